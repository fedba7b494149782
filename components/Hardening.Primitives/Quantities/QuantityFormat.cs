namespace Hardening.Primitives;

/// <summary>The family of suffixes that a quantity was written with, which decides how it prints.</summary>
public enum QuantityFormat
{
    /// <summary>Powers of ten as letters: <c>n u m k M G T P E</c>, or no suffix.</summary>
    DecimalSI,

    /// <summary>Powers of 1024: <c>Ki Mi Gi Ti Pi Ei</c>.</summary>
    BinarySI,

    /// <summary>Powers of ten as a number: <c>e3</c>, <c>E-6</c>.</summary>
    DecimalExponent,
}
