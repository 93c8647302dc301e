// Puts the request's page beside the selected task. The text is shown by our own page and never becomes a process variable.
const brief = document.createElement('iframe');
brief.className = 'desk-brief';
brief.title = 'The request';

const selectedTask = () => new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');

const place = () => {
  const card = document.querySelector('section.task-card');
  const task = selectedTask();
  if (!card || !task) {
    return;
  }
  if (brief.dataset.task !== task) {
    brief.dataset.task = task;
    brief.src = `/staff/tasks/${encodeURIComponent(task)}`;
  }
  if (brief.parentElement !== card) {
    card.appendChild(brief);
  }
};

new MutationObserver(place).observe(document.body, { childList: true, subtree: true });
addEventListener('hashchange', place);

// The draft of an answer stands in that page until a person puts it into the open form, as if they had typed it: theirs to change, and to send.
addEventListener('message', message => {
  if (message.origin !== location.origin || message.source !== brief.contentWindow || typeof message.data?.draft !== 'string') {
    return;
  }
  const field = document.querySelector('section.task-card textarea:not([disabled]):not([readonly])');
  if (field) {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, message.data.draft);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }
  message.source.postMessage({ draftTaken: Boolean(field) }, location.origin);
});
