namespace Fourfold.Benchmarks.Sea;

/// <summary>A track of the <see cref="FloorTracker"/>: a Kalman filter of constant velocity, and what it was seen.</summary>
internal sealed class FloorTrack(long id, double time, double x, double y, in Matrix2 spread)
{
    private const double VelocityVariance = 100;

    // Covariance in blocks: of the place, of place with velocity, of the velocity.
    private Matrix2 place = spread;
    private Matrix2 mixed;
    private Matrix2 velocity = Matrix2.Diagonal(VelocityVariance);

    public long Id { get; } = id;
    public double Time { get; private set; } = time;
    public double X { get; private set; } = x;
    public double Y { get; private set; } = y;
    public double U { get; private set; }
    public double V { get; private set; }
    public int Mmsi { get; set; }
    public double Reported { get; set; } = double.NegativeInfinity;
    public double Born { get; } = time;

    /// <summary>Whether it was seen, of the last turns the newest in the lowest bit.</summary>
    public uint Seen { get; set; } = 1;
    public bool IsConfirmed { get; set; }

    public (double X, double Y) At(double time) => (X + U * (time - Time), Y + V * (time - Time));

    /// <summary>χ² of a place and log of the determinant of its covariance.</summary>
    public (double Distance, double LogDeterminant) Compare(double time, double x, double y, in Matrix2 noise, double q)
    {
        var dt = time - Time;
        var (atX, atY) = At(time);
        var s = PlaceAt(dt, q) + noise;
        var (i, j) = s.Inverse.Times(x - atX, y - atY);
        return (i * (x - atX) + j * (y - atY), Math.Log(s.Determinant));
    }

    public void Predict(double time, double q)
    {
        var dt = time - Time;
        (X, Y) = At(time);
        place = PlaceAt(dt, q);
        mixed = mixed + dt * velocity + Matrix2.Diagonal(q * dt * Math.Abs(dt) / 2);
        velocity += Matrix2.Diagonal(q * Math.Abs(dt));
        Time = time;
    }

    public void CorrectPlace(double x, double y, in Matrix2 noise)
    {
        var inverse = (place + noise).Inverse;
        var (gain, turn) = (place * inverse, mixed.Transposed * inverse);
        var (dx, dy) = (x - X, y - Y);
        var (px, py) = gain.Times(dx, dy);
        var (vx, vy) = turn.Times(dx, dy);
        (X, Y, U, V) = (X + px, Y + py, U + vx, V + vy);
        velocity -= turn * mixed;
        mixed -= gain * mixed;
        place -= gain * place;
    }

    public void CorrectVelocity(double u, double v, in Matrix2 noise)
    {
        var inverse = (velocity + noise).Inverse;
        var (gain, turn) = (velocity * inverse, mixed * inverse);
        var (du, dv) = (u - U, v - V);
        var (px, py) = turn.Times(du, dv);
        var (vx, vy) = gain.Times(du, dv);
        (X, Y, U, V) = (X + px, Y + py, U + vx, V + vy);
        place -= turn * mixed.Transposed;
        mixed -= turn * velocity;
        velocity -= gain * velocity;
    }

    private Matrix2 PlaceAt(double dt, double q) =>
        place + dt * (mixed + mixed.Transposed) + dt * dt * velocity + Matrix2.Diagonal(q * Math.Abs(dt * dt * dt) / 3);
}
