// Keeps what is typed after a pause, and shows beside it what the portal makes of it. Without scripts each step is kept when it is sent.
const pause = 1500;
const form = document.querySelector("form[data-keep]");
let waiting;
let asked = Promise.resolve();

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => (asked = asked.then(keep)), pause);
});
form?.addEventListener("submit", () => clearTimeout(waiting));

async function keep() {
  const failed = form.querySelector("[data-keep-failed]");
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body: new FormData(form), redirect: "error" });
    if (!answer.ok) throw new Error(`The portal answered ${answer.status}.`);
    const beside = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-beside]");
    form.querySelector("[name=Revision]").value = beside.dataset.revision;
    document.querySelector("[data-beside]").replaceWith(beside);
    failed.hidden = true;
  } catch {
    failed.hidden = false;
  }
}
