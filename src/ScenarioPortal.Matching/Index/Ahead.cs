using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ScenarioPortal.Matching.Index;

/// <summary>Asks the memory for what will be read soon, where the machine cannot guess it.</summary>
internal static class Ahead
{
    /// <summary>What the memory brings at once, in bytes.</summary>
    public const int Line = 64;

    /// <summary>How far ahead of what is read in a row the next is asked for: guessing ends with each page of 4 KiB.</summary>
    public const int Distance = 1024;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref readonly T there)
    {
        if (Sse.IsSupported)
        {
            // An address only: nothing is read, and it does no harm when the array has moved or ends before it.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in there)));
        }
    }
}
