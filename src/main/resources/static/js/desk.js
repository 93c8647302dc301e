// Nice to have, never needed: times of the reader's own zone, news without a reload, no double clicks.
(() => {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

  function words(at, now) {
    const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / 86400000);
    const near = { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[days];
    return (near || (at.getFullYear() === now.getFullYear() ? day : date).format(at)) + ', ' + clock.format(at);
  }

  function localTimes(root) {
    root.querySelectorAll('time[datetime]').forEach(time => {
      const at = new Date(time.dateTime);
      if (!isNaN(at)) {
        time.textContent = words(at, new Date());
        time.title = at.toLocaleString('en-GB');
      }
    });
  }

  function once(root) {
    root.querySelectorAll('form[data-once]').forEach(form => form.addEventListener('submit', () => {
      // after the browser has gathered the fields, for a disabled button sends no value
      setTimeout(() => form.querySelectorAll('button').forEach(button => { button.disabled = true; }));
    }));
  }

  function sizes(root) {
    root.querySelectorAll('form[data-limit] input[type=file]').forEach(input => input.addEventListener('change', () => {
      const bytes = [...input.files].reduce((sum, file) => sum + file.size, 0);
      const tooLarge = bytes > Number(input.form.dataset.limit);
      input.setCustomValidity(tooLarge ? 'Your files have ' + Math.ceil(bytes / 1048576) + ' MB together; 25 MB is the most.' : '');
      if (tooLarge) input.reportValidity();
    }));
  }

  // what somebody is busy with is left alone until they are done
  function isBusy(part) {
    return part.contains(document.activeElement) && part.querySelector('form') || part.querySelector('details[open]')
      || [...part.querySelectorAll('input:not([type=hidden]), textarea')].some(field => field.value !== field.defaultValue);
  }

  function fingerprint(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('input[name=_csrf]').forEach(token => token.remove());
    return copy.innerHTML;
  }

  function live(main) {
    const parts = root => [...root.querySelectorAll('[data-live]')];
    const shown = new Map(parts(main).map(part => [part.dataset.live, fingerprint(part)]));

    async function look() {
      if (document.hidden) return true;
      const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' } });
      if (!answer.ok || answer.redirected) return false;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = new Map(parts(page).map(part => [part.dataset.live, part]));
      let news = false;
      for (const part of parts(main)) {
        const next = fresh.get(part.dataset.live);
        const print = next ? fingerprint(next) : '';
        if (!next || print === shown.get(part.dataset.live) || isBusy(part)) continue;
        shown.set(part.dataset.live, print);
        news = true;
        const copy = document.importNode(next, true);
        localTimes(copy);
        once(copy);
        part.replaceWith(copy);
      }
      if (news) {
        document.title = page.title;
        document.getElementById('news').textContent = page.title;
      }
      return page.querySelector('main[data-refresh]') !== null;
    }

    async function loop() {
      let goOn = true;
      try { goOn = await look(); } catch { /* the desk is away for a moment */ }
      if (goOn) setTimeout(loop, Number(main.dataset.refresh) * 1000);
    }
    setTimeout(loop, Number(main.dataset.refresh) * 1000);
  }

  // a page of Cockpit or Tasklist is named behind the #, which only the browser knows: it goes along through sign-in
  function keepPlace(root) {
    root.querySelectorAll('form[data-keep-place]').forEach(form => { form.action += location.hash; });
    root.querySelectorAll('[data-keep-place] a').forEach(link => { link.hash = location.hash; });
  }

  // a draft goes into the form beside this page when somebody asks for it, and not before
  function drafts(root) {
    root.querySelectorAll('[data-use-draft]').forEach(button => {
      button.hidden = window.self === window.top;
      button.addEventListener('click', () => {
        const draft = button.closest('section').querySelector('[data-draft]').textContent;
        window.parent.postMessage({ draft }, location.origin);
      });
      addEventListener('message', answer => {
        if (answer.origin === location.origin && answer.source === window.parent && typeof answer.data?.draftTaken === 'boolean') {
          button.textContent = answer.data.draftTaken ? 'It stands in the form' : 'Choose in the form first what you do';
        }
      });
    });
  }

  // beside a form of Tasklist even an error page needs no way around the portal
  if (window.self !== window.top) document.documentElement.classList.add('framed');
  localTimes(document);
  once(document);
  sizes(document);
  keepPlace(document);
  drafts(document);
  const main = document.querySelector('main[data-refresh]');
  if (main) live(main);
})();
