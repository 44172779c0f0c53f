// Buttons that write a sentence into a text field, for which they need a script.
for (const presets of document.querySelectorAll('[data-presets]')) {
  const field = document.getElementById(presets.dataset.presets);
  presets.hidden = false;
  presets.addEventListener('click', event => {
    const text = event.target.closest('button')?.textContent.trim();
    if (!text || field.value.includes(text)) return;
    field.value += (field.value && !field.value.endsWith('\n') ? '\n' : '') + text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  });
}
