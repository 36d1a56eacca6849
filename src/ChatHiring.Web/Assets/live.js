// Keeps a channel's page fresh. Without this script the link reloads it.
const everyMilliseconds = 5000;
const main = document.getElementById("main");
let shown = main.innerHTML;
setInterval(refresh, everyMilliseconds);

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
  // Against what came last, not against the page: its reader may have unfolded something.
  if (!fresh || fresh.innerHTML === shown) return;
  shown = fresh.innerHTML;
  const focused = main.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const folds = new Map([...main.querySelectorAll("details[data-fold]")].map(fold => [fold.dataset.fold, fold.open]));
  main.innerHTML = shown;
  unfold();
  for (const fold of main.querySelectorAll("details[data-fold]")) fold.open = folds.get(fold.dataset.fold) ?? fold.open;
  if (focused) main.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  document.getElementById("live").textContent = main.querySelector("[data-live]")?.dataset.live ?? "";
}
