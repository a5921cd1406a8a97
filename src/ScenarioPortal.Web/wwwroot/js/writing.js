// Keeps what is typed after a pause, and shows beside it what the portal makes of it. Without scripts each step is kept when it is sent.
const pause = 1500;
const patience = 15000;
const form = document.querySelector("form[data-keep]");
let waiting;
let asked = Promise.resolve();
let running = 0;
let sending = false;

// Not on the form alone: answers beside the text belong to it, and stand outside.
document.addEventListener("input", (event) => {
  if (!form || event.target.form !== form) return;
  clearTimeout(waiting);
  waiting = setTimeout(keepNext, pause);
});

// What was typed before this script had come is kept too.
if (form && [...form.elements].some((field) => field.defaultValue !== undefined && field.value !== field.defaultValue)) waiting = setTimeout(keepNext, pause);

// What is being kept raises the revision: the form is sent after it, with the revision that it brought, and not beside it.
form?.addEventListener("submit", async (event) => {
  clearTimeout(waiting);
  if (running === 0) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  await asked;
  sending = false;
  form.requestSubmit(event.submitter);
});

function keepNext() {
  running++;
  asked = asked.then(keep).finally(() => running--);
}

async function keep() {
  const failed = form.querySelector("[data-keep-failed]");
  const signedOut = form.querySelector("[data-signed-out]");
  const before = answers();
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body: new FormData(form), redirect: "error", signal: AbortSignal.timeout(patience) });
    signedOut.hidden = answer.status !== 401;
    failed.hidden = answer.ok || answer.status === 401;
    if (!answer.ok) return;
    const beside = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-beside]");
    form.querySelector("[name=Revision]").value = beside.dataset.revision;
    show(beside, before);
  } catch {
    failed.hidden = false;
  }
}

// Nothing is taken from under the hands of somebody who is answering there.
function show(beside, before) {
  const now = document.querySelector("[data-beside]");
  if (now.contains(document.activeElement) || answers() !== before) {
    now.querySelector("[role=status]").replaceWith(beside.querySelector("[role=status]"));
  } else {
    now.replaceWith(beside);
  }
}

function answers() {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name.startsWith("Answers[")));
}
