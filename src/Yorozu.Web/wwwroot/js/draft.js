// Keeps what is typed into a text field, in this tab only: the session may end before it is sent.
for (const field of document.querySelectorAll('textarea[data-draft]')) {
  const key = `draft ${location.pathname} ${field.name}`;
  // What the server sent back was typed later than what is kept.
  field.value ||= sessionStorage.getItem(key) ?? '';
  const keep = () => sessionStorage.setItem(key, field.value);
  keep();
  field.addEventListener('input', keep);
}
