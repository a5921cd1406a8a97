using System.Globalization;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>Numbers of cells as the text that the cell shows: 15 digits, no exponent; days as yyyy-MM-dd.</summary>
internal static class CellNumber
{
    private const int DaysTo1904 = 1_462;
    private const double LastDay = 2_958_466;

    public static string Text(double number)
    {
        var digits = number.ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.#############################", CultureInfo.InvariantCulture)
            : digits;
    }

    /// <summary>The day, and the time of day where it is not midnight; a number that is no day stays a number.</summary>
    public static string Date(double serial, bool from1904)
    {
        var days = from1904 ? serial + DaysTo1904 : serial;
        return days is >= 1 and < LastDay ? Text(DateTime.FromOADate(days)) : Text(serial);
    }

    public static string Text(DateTime moment) =>
        moment.ToString(moment.TimeOfDay.TotalMinutes < 1 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
