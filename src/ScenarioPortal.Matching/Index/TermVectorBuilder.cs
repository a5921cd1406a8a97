using System.Buffers;

namespace ScenarioPortal.Matching.Index;

/// <summary>Collects terms and adds up equal ones.</summary>
internal sealed class TermVectorBuilder
{
    /// <summary>Room for the terms of a text of common length: hardly a builder needs to grow.</summary>
    private const int Room = 256;

    private ulong[] _keys = [];
    private float[] _weights = [];
    private int _count;

    public void Add(ulong key, float weight)
    {
        if (_count == Math.Min(_keys.Length, _weights.Length))
        {
            (_keys, _weights) = (Grown(_keys), Grown(_weights));
        }

        (_keys[_count], _weights[_count++]) = (key, weight);
    }

    /// <summary>Makes the vector and starts anew.</summary>
    public TermVector Build()
    {
        if (_count == 0)
        {
            return TermVector.Empty;
        }

        var (keys, weights) = (ArrayPool<ulong>.Shared.Rent(_count), ArrayPool<float>.Shared.Rent(_count));
        TermOrder.Sort(_keys.AsSpan(0, _count), _weights.AsSpan(0, _count), keys, weights);
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<float>.Shared.Return(weights);
        var last = 0;
        for (var i = 1; i < _count; i++)
        {
            if (_keys[i] == _keys[last])
            {
                _weights[last] += _weights[i];
            }
            else
            {
                (_keys[++last], _weights[last]) = (_keys[i], _weights[i]);
            }
        }

        var vector = new TermVector(_keys[..(last + 1)], _weights[..(last + 1)]);
        ArrayPool<ulong>.Shared.Return(_keys);
        ArrayPool<float>.Shared.Return(_weights);
        (_keys, _weights, _count) = ([], [], 0);
        return vector;
    }

    private static T[] Grown<T>(T[] values)
    {
        var grown = ArrayPool<T>.Shared.Rent(Math.Max(Room, 2 * values.Length));
        values.CopyTo(grown, 0);
        if (values.Length > 0)
        {
            ArrayPool<T>.Shared.Return(values);
        }

        return grown;
    }
}
