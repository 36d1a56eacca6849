// Saves a draft while its author types. Without this script the button does the same.
const form = document.querySelector("form[data-autosave]");
if (form) autosave(form);

function autosave(form) {
  const status = document.getElementById("save-status");
  // What is on its way. It is repeated unchanged until it is answered: the answer may be lost after the save.
  let body = null;
  let sending = null;
  let dirty = false;
  let timer = 0;
  let leaving = false;

  form.addEventListener("input", () => {
    dirty = true;
    later(800);
  });
  form.addEventListener("submit", submit);
  // "Change person" and "Sign out" end the right to save: what was typed goes first.
  for (const other of document.forms)
    if (other !== form) other.addEventListener("submit", saveFirst);
  addEventListener("pagehide", () => {
    if (dirty && !leaving) save(true);
  });
  // Back from the browser's cache: learn what the last save on the way out came to.
  addEventListener("pageshow", shown => {
    leaving = false;
    if (shown.persisted) save();
  });

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  }

  function save(keepalive = false) {
    clearTimeout(timer);
    sending ??= send(keepalive === true).finally(() => {
      sending = null;
      if ((dirty || body) && !leaving) later(body ? 5000 : 800);
    });
    return sending;
  }

  async function send(keepalive) {
    if (!body) {
      body = new URLSearchParams(new FormData(form)).toString();
      dirty = false;
    }
    try {
      // A request that outlives its page may hold 64 KiB at most.
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        keepalive: keepalive && body.length < 60000,
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Autosave": "1" },
      });
      const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
      if (answer.status < 500) body = null;
      if (told.seen) remember(told.seen);
      if (told.faults) mark(told.faults);
      status.textContent = told.said ?? form.dataset.failed;
    } catch {
      status.textContent = form.dataset.failed;
    }
  }

  // A submit waits for the save before it, or it would look like another device's.
  async function submit(event) {
    const step = document.getElementById(event.submitter?.value ?? "");
    if (step && !leaving) return turn(event, step);
    clearTimeout(timer);
    if (leaving || !(sending || body)) {
      leaving = true;
      return;
    }
    event.preventDefault();
    leaving = true;
    await sending;
    if (body) await save();
    form.requestSubmit(event.submitter);
  }

  // Back and Next, where one question fills the screen: the same form goes on, and what was typed is saved beside it.
  function turn(event, step) {
    event.preventDefault();
    if (dirty) save();
    location.hash = step.id;
    step.focus({ preventScroll: true });
  }

  async function saveFirst(event) {
    if (leaving || !(dirty || sending || body)) return;
    event.preventDefault();
    const { target, submitter } = event;
    await sending;
    if (dirty || body) await save();
    leaving = !dirty && !body;
    if (leaving) target.requestSubmit(submitter);
  }

  function remember(seen) {
    for (const [key, fingerprint] of Object.entries(seen)) {
      const field = form.elements.namedItem(`seen.${key}`);
      if (field) field.value = fingerprint;
    }
  }

  function mark(faults) {
    for (const line of form.querySelectorAll("[data-fault]")) {
      const fault = faults.find(found => found.key === line.dataset.fault);
      line.textContent = fault?.sentence ?? "";
      form.elements.namedItem(`evidence.${line.dataset.fault}`)?.setAttribute("aria-invalid", String(Boolean(fault)));
    }
  }
}
