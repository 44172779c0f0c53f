// Dropping files on the form, and progress while they are sent. Without it the form works as any form does.
const size = bytes => bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1048576).toFixed(1)} MiB`;
// The page holds the sentences, in its language.
const fill = (sentence, words) => sentence.replace(/\{(\w+)\}/g, (_, name) => words[name]);

function start() {
  const form = document.getElementById('upload');
  const input = form.querySelector('#files');
  const list = form.querySelector('#chosen');
  const message = form.querySelector('#upload-message');
  const progress = form.querySelector('#upload-progress');
  const button = form.querySelector('button');
  const drop = form.querySelector('.drop');
  const limit = Number(form.dataset.limit);

  const showProblem = text => {
    message.textContent = text;
    message.hidden = text === '';
  };

  const check = () => {
    const files = [...input.files];
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map(file => {
      const item = document.createElement('li');
      item.textContent = fill(form.dataset.chosen, { name: file.name, size: size(file.size) });
      return item;
    }));
    const large = files.filter(file => file.size > limit).map(file => file.name);
    showProblem(large.length === 0 ? '' : fill(form.dataset.tooLarge, { names: large.join(', ') }));
    return large.length === 0;
  };

  const fail = () => {
    progress.hidden = true;
    button.disabled = false;
    showProblem(form.dataset.failed);
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!check()) return;
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', e => { progress.value = e.lengthComputable ? e.loaded / e.total * 100 : 0; });
    request.addEventListener('load', () => finish(request) || fail());
    request.addEventListener('error', fail);
    request.open('POST', form.action);
    progress.hidden = false;
    button.disabled = true;
    request.send(new FormData(form));
  });

  input.addEventListener('change', check);
  drop.addEventListener('dragover', event => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    input.files = event.dataTransfer.files;
    check();
  });
}

// One good document leads on to its review; anything else is this page again, with what became of each.
function finish(request) {
  if (new URL(request.responseURL).pathname !== location.pathname) {
    location.assign(request.responseURL);
    return true;
  }
  const answer = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main');
  if (answer === null || answer.querySelector('#upload') === null) return false;
  document.querySelector('main').replaceWith(answer);
  scrollTo(0, 0);
  answer.focus();
  start();
  return true;
}

start();
