// Passkeys (WebAuthn). Their forms stay hidden where the browser has none.
const read = {
  get: options => PublicKeyCredential.parseRequestOptionsFromJSON(options),
  create: options => PublicKeyCredential.parseCreationOptionsFromJSON(options),
};

// What the server asks is valid for five minutes and in the window opened last: ask anew.
async function options(kind) {
  const answer = await fetch(location.pathname);
  // The session ended: sign in and come back.
  if (answer.redirected) {
    location.assign(answer.url);
    return new Promise(() => {});
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return read[kind](JSON.parse(page.querySelector(`[data-passkey="${kind}"]`).dataset.options));
}

async function ask(form) {
  const kind = form.dataset.passkey;
  const message = form.querySelector('[role="alert"]');
  const button = form.querySelector('button');
  message.hidden = true;
  button.disabled = true;
  try {
    form.elements.credential.value = JSON.stringify(await navigator.credentials[kind]({ publicKey: await options(kind) }));
    form.submit();
  } catch {
    message.hidden = false;
    button.disabled = false;
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      ask(form);
    });
  }
  for (const note of document.querySelectorAll('[data-no-passkey]')) note.hidden = true;
}
