using System.CommandLine;
using Fourfold.Cli.Admin;
using Fourfold.Cli.Decode;
using Fourfold.Cli.Simulate;
using Fourfold.Cli.Track;
using Fourfold.Cli.Up;

var root = new RootCommand("Fourfold: sense, coordinate, serve, settle.")
{
    UpCommand.Create(),
    DecodeCommand.Create(),
    AdminCommand.Create(),
    SimulateCommand.Create(),
    TrackCommand.Create(),
};

// A verb that is told to end may finish its work in hand; the unit in deploy/ waits a little longer.
return await root.Parse(args)
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(25) });
