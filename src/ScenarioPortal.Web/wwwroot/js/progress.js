// Shows how far the work is without reloading; when it is done, the page is opened anew. Without scripts a link does the same.
const pause = 1500;

function watch() {
  if (document.querySelector("[data-progress=on]")) setTimeout(look, pause);
}

async function look() {
  try {
    const answer = await fetch(location.href, { redirect: "error" });
    if (!answer.ok) throw new Error(`The portal answered ${answer.status}.`);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-progress]");
    if (next.dataset.progress === "off") return location.reload();
    document.querySelector("[data-progress]").replaceWith(next);
  } catch {
    // The next look may go well.
  }
  watch();
}

watch();
