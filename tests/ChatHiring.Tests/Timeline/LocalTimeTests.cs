using ChatHiring.Timeline;

namespace ChatHiring.Tests.Timeline;

public class LocalTimeTests
{
    [Theory]
    [InlineData("2026-06-02T12:00Z", "Europe/Berlin", "Tue 2 Jun 14:00 CEST")]
    [InlineData("2026-12-01T13:00Z", "Europe/Berlin", "Tue 1 Dec 14:00 CET")]
    [InlineData("2026-06-02T14:00+02:00", "America/New_York", "Tue 2 Jun 08:00 EDT")]
    [InlineData("2026-06-02T12:00Z", "Asia/Dubai", "Tue 2 Jun 16:00 UTC+04")]
    [InlineData("2026-06-02T12:00Z", "Pacific/Kiritimati", "Wed 3 Jun 02:00 UTC+14")]
    [InlineData("2026-06-02T10:30Z", "Pacific/Pago_Pago", "Mon 1 Jun 23:30 SST")]
    [InlineData("2026-06-02T12:00Z", "America/Sao_Paulo", "Tue 2 Jun 09:00 UTC-03")]
    [InlineData("2026-06-02T12:00Z", "Asia/Kathmandu", "Tue 2 Jun 17:45 UTC+0545")]
    [InlineData("2026-06-02T12:00Z", "UTC", "Tue 2 Jun 12:00 UTC")]
    [InlineData("2026-06-02T12:00Z", "Mars/Olympus", "Tue 2 Jun 12:00 UTC")]
    [InlineData("2026-06-02T12:00Z", "", "Tue 2 Jun 12:00 UTC")]
    [InlineData("2026-10-25T00:30Z", "Europe/Berlin", "Sun 25 Oct 02:30 CEST")]
    [InlineData("2026-10-25T01:30Z", "Europe/Berlin", "Sun 25 Oct 02:30 CET")]
    public void A_time_is_read_where_the_person_is_and_names_its_zone(string instant, string zone, string shown) =>
        Assert.Equal(shown, LocalTime.Show(Instants.At(instant), zone));
}
