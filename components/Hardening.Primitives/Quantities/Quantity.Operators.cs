namespace Hardening.Primitives;

/// <content>Operators; each is a method under its usual sign.</content>
public readonly partial struct Quantity
{
    /// <summary>Whether the values are equal.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>Whether the left value is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left value is larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left value is smaller or equal.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left value is larger or equal.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <summary>The sum; see <see cref="Add"/>.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => left.Add(right);

    /// <summary>The difference; see <see cref="Subtract"/>.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => left.Subtract(right);

    /// <summary>The value with the other sign.</summary>
    public static Quantity operator -(Quantity value) => value.Negate();

    /// <summary>The product with a whole number.</summary>
    public static Quantity operator *(Quantity quantity, int factor) => quantity.Multiply(factor);
}
