using Fourfold.Tracking;

namespace Fourfold.Sense.Tests.Tracking;

// What holds for transponders alone holds whether they are tracked alone or as system tracks.
public sealed class CellTrackerLifeTests() : LifeTests((ids, options) => new CellTracker(ids, options));

public sealed class SystemTrackerLifeTests() : LifeTests((ids, options) => new SystemTracker(ids, options));

public sealed class CellTrackerIdentityTests() : IdentityTests((ids, options) => new CellTracker(ids, options));

public sealed class SystemTrackerIdentityTests() : IdentityTests((ids, options) => new SystemTracker(ids, options));

public sealed class CellTrackerLawTests() : TrackerLawTests((ids, options) => new CellTracker(ids, options));

public sealed class SystemTrackerLawTests() : TrackerLawTests((ids, options) => new SystemTracker(ids, options));
