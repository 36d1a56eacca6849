// Where there is room nothing is folded. Without this script what is folded opens by hand.
unfold();

function unfold() {
  const roomy = matchMedia("(min-width: 60rem)").matches;
  for (const folded of document.querySelectorAll("details[data-fold]")) folded.open ||= roomy;
}
