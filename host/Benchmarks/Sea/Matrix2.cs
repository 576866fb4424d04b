namespace Fourfold.Benchmarks.Sea;

/// <summary>A matrix of two rows and columns: XX XY, YX YY.</summary>
internal readonly record struct Matrix2(double XX, double XY, double YX, double YY)
{
    public static Matrix2 Diagonal(double value) => new(value, 0, 0, value);

    public double Determinant => XX * YY - XY * YX;

    public Matrix2 Transposed => new(XX, YX, XY, YY);

    public Matrix2 Inverse
    {
        get
        {
            var d = Determinant;
            return new Matrix2(YY / d, -XY / d, -YX / d, XX / d);
        }
    }

    public (double X, double Y) Times(double x, double y) => (XX * x + XY * y, YX * x + YY * y);

    public static Matrix2 operator +(in Matrix2 a, in Matrix2 b) =>
        new(a.XX + b.XX, a.XY + b.XY, a.YX + b.YX, a.YY + b.YY);

    public static Matrix2 operator -(in Matrix2 a, in Matrix2 b) =>
        new(a.XX - b.XX, a.XY - b.XY, a.YX - b.YX, a.YY - b.YY);

    public static Matrix2 operator *(in Matrix2 a, in Matrix2 b) =>
        new(a.XX * b.XX + a.XY * b.YX, a.XX * b.XY + a.XY * b.YY, a.YX * b.XX + a.YY * b.YX, a.YX * b.XY + a.YY * b.YY);

    public static Matrix2 operator *(double factor, in Matrix2 a) =>
        new(factor * a.XX, factor * a.XY, factor * a.YX, factor * a.YY);
}
