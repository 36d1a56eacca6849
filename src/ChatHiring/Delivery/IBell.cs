namespace ChatHiring.Delivery;

/// <summary>Wakes delivery at once when something was posted. A ring that nobody hears loses nothing: the sweep is below it.</summary>
public interface IBell
{
    void Ring();
}
