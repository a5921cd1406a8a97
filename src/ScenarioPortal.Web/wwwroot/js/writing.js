// Keeps what is typed after a pause, and shows beside it what the portal makes of it. Without scripts each step is kept when it is sent.
const pause = 1500;
const form = document.querySelector("form[data-keep]");
let waiting;
let asked = Promise.resolve();

// Not on the form alone: answers beside the text belong to it, and stand outside.
document.addEventListener("input", (event) => {
  if (!form || event.target.form !== form) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => (asked = asked.then(keep)), pause);
});
form?.addEventListener("submit", () => clearTimeout(waiting));

async function keep() {
  const failed = form.querySelector("[data-keep-failed]");
  const before = answers();
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body: new FormData(form), redirect: "error" });
    if (!answer.ok) throw new Error(`The portal answered ${answer.status}.`);
    const beside = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-beside]");
    form.querySelector("[name=Revision]").value = beside.dataset.revision;
    show(beside, before);
    failed.hidden = true;
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
