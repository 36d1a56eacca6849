using CsCheck;

namespace ChatHiring.Tests;

/// <summary>Facts over samples that are the same in every run: CsCheck's own seed fixes its first sample only.</summary>
internal static class Always
{
    private const int Samples = 200;

    public static void Holds<T>(this Gen<T> gen, Func<T, bool> fact, int iter = Samples)
    {
        var random = new PCG(1, 20_260_606);
        for (var sample = 1; sample <= iter; sample++)
        {
            var value = gen.Generate(random, null, out _);
            Assert.True(fact(value), $"Not so for sample {sample}: {value}");
        }
    }

    public static void Holds<T>(this Gen<T> gen, Action<T> fact, int iter = Samples) => gen.Holds(value => Done(() => fact(value)), iter);

    public static void Holds<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> fact, int iter = Samples) =>
        gen.Holds(value => fact(value.Item1, value.Item2), iter);

    public static void Holds<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> fact, int iter = Samples) =>
        gen.Holds(value => fact(value.Item1, value.Item2), iter);

    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> fact, int iter = Samples) =>
        gen.Holds(value => fact(value.Item1, value.Item2, value.Item3), iter);

    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> fact, int iter = Samples) =>
        gen.Holds(value => fact(value.Item1, value.Item2, value.Item3), iter);

    private static bool Done(Action action)
    {
        action();
        return true;
    }
}
