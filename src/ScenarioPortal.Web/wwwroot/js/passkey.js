// Forms that make or show a passkey. They appear only where the browser knows passkeys, which belong to a name and never to a
// numeric address; without scripts everything else works.
const named = !/^[\d.]+$|^\[/.test(location.hostname);
const known = named && window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential.parseRequestOptionsFromJSON;

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (known) {
    for (const part of document.querySelectorAll("[data-passkey-part]")) part.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      hand(form);
    });
  }
}

async function hand(form) {
  const message = form.querySelector("[data-passkey-message]");
  const button = form.querySelector("button");
  message.hidden = true;
  button.disabled = true;
  try {
    form.querySelector("[data-passkey-answer]").value = JSON.stringify(await credentialFor(form));
    form.submit();
  } catch {
    message.hidden = false;
    button.disabled = false;
  }
}

async function credentialFor(form) {
  const asked = await fetch(form.dataset.passkeyOptions, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
  if (!asked.ok) throw new Error(`The portal answered ${asked.status}.`);
  const options = await asked.json();
  const credential = form.dataset.passkey === "make"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return credential.toJSON();
}
