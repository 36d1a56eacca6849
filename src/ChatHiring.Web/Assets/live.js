// Keeps a channel's page fresh. Without this script the link reloads it.
const everyMilliseconds = 5000;
setInterval(refresh, everyMilliseconds);

async function refresh() {
  if (document.hidden) return;
  const main = document.getElementById("main");
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
  if (!fresh || fresh.innerHTML === main.innerHTML) return;
  const focused = main.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  main.innerHTML = fresh.innerHTML;
  if (focused) main.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  document.getElementById("live").textContent = main.querySelector("[data-live]")?.dataset.live ?? "";
}
