using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;

namespace ChatHiring.Delivery;

/// <summary>Says an author's question card once more in its place: a device on which something else took that place shows the card again.</summary>
public sealed class ShowCardAgain(Commit commit)
{
    public Task<bool> Run(PersonId author, SeatId seat, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await SeatOfPerson.Find(db, author, seat, cancel) is not { } held)
                return false;
            await Refresh.CardOf(db, held.Seat, cancel);
            return true;
        },
        cancel);
}
