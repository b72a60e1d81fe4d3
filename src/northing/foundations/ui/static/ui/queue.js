// How are records checked with four keys, so that a lost line loses no answer?
//
// The page works without this file: every answer is a plain form. With it the next pairs are there
// before they are asked for; an answer is written down in the browser first, then the page goes on,
// then the answer is sent, as often as it takes. Each carries an id of its own, so that what is sent
// twice counts once, and a turn, so that what arrives late does not win.
"use strict";

// Nobody reads a pair so fast: what is pressed sooner is the second half of a double click.
const DOUBLE_CLICK = 250;

const place = document.getElementById("queue");
if (place) begin(place);

function begin(place) {
  const said = document.getElementById("queue-said");
  const count = document.getElementById("queue-count");
  const store = storeOf(`northing:${place.dataset.key}`);
  const token = place.querySelector("[name=csrfmiddlewaretoken]").value;
  const ahead = [];
  const done = [];
  const hollow = document.createElement("p");
  hollow.className = "empty";
  hollow.textContent = place.dataset.empty;
  const answered = new Map();
  let turn = Number(place.dataset.turn);
  let isSending = false;
  let isFetching = false;
  let atOnce = 50;
  let pause = 1000;
  let timer = 0;
  let isRefused = false;
  let shownAt = -DOUBLE_CLICK;

  for (const one of store.read()) note(one);
  place.addEventListener("submit", answer);
  document.addEventListener("keydown", press);
  document.getElementById("queue-undo").addEventListener("submit", undo);
  document.getElementById("queue-skip").addEventListener("click", skip);
  document.getElementById("queue-pause").addEventListener("submit", leave);
  window.addEventListener("online", () => send());
  keysOn();
  narrowed(shown());
  take(document.getElementById("queue-ahead").content);
  if (answered.get(shown().dataset.pair)) next(false);
  // What an earlier window could not send is sent first; then the page is asked for as it is now.
  const isLeft = store.read().length > 0;
  send().then((isKept) => isLeft && isKept && !isRefused && location.reload());

  function shown() {
    return place.querySelector("article");
  }

  function note(one) {
    answered.set(String(one.pair), Boolean(one.answer));
    turn = Math.max(turn, one.turn);
  }

  function keep(pair, value, text) {
    const one = { id: newId(), turn: turn + 1, pair: Number(pair), answer: value, note: text };
    note(one);
    store.write([...store.read(), one]);
    tell();
    send();
  }

  function answer(event) {
    event.preventDefault();
    if (performance.now() - shownAt < DOUBLE_CLICK) return;
    const article = shown();
    const text = article.querySelector("[name=note]").value;
    keep(article.dataset.pair, event.submitter.value, text);
    done.push(article);
    moved(1);
    next(true);
  }

  function undo(event) {
    const last = done.pop();
    if (!last) {
      if (store.read().length) event.preventDefault();
      return;
    }
    event.preventDefault();
    keep(last.dataset.pair, "", "");
    if (shown()) ahead.unshift(shown());
    moved(-1);
    show(last, true);
    said.textContent = place.dataset.back;
  }

  function skip(event) {
    event.preventDefault();
    if (!ahead.length) return;
    ahead.push(shown());
    next(true);
  }

  function leave(event) {
    if (!store.read().length) return;
    event.preventDefault();
    send().then((isThere) => isThere && event.target.submit());
  }

  function next(mayFocus) {
    const one = ahead.shift();
    if (one) show(one, mayFocus);
    else if (shown()) shown().replaceWith(hollow);
    if (ahead.length < 5) fetchAhead();
  }

  function show(article, mayFocus) {
    const before = shown() || hollow;
    narrowed(article);
    shownAt = performance.now();
    before.replaceWith(article);
    if (!mayFocus) return;
    article.focus({ preventScroll: true });
    if (isNarrow() || article.getBoundingClientRect().top < 0) article.scrollIntoView();
  }

  // On a telephone the lines beside a record are a touch away rather than in the way.
  function narrowed(article) {
    const beside = article && article.querySelector(".beside");
    if (beside && isNarrow()) beside.open = false;
  }

  async function fetchAhead() {
    if (isFetching) return;
    isFetching = true;
    const last = ahead.at(-1) || shown() || done.at(-1);
    const after = last ? last.dataset.pair : 0;
    try {
      const found = await fetch(`${place.dataset.ahead}?after=${after}`, {
        redirect: "manual",
      });
      if (found.ok) take(parsed((await found.json()).pairs));
    } catch {
      retry();
    }
    isFetching = false;
    if (shown()) return;
    if (ahead.length) next(true);
    else if (navigator.onLine && !store.read().length) location.assign(location.pathname);
  }

  function take(page) {
    const there = new Set([...ahead, shown()].map((one) => one && one.dataset.pair));
    for (const one of page.querySelectorAll("article")) {
      const pair = one.dataset.pair;
      if (!there.has(pair) && !answered.get(pair)) ahead.push(document.adoptNode(one));
    }
  }

  async function send() {
    const waiting = store.read();
    if (!waiting.length || isSending) return !waiting.length;
    isSending = true;
    clearTimeout(timer);
    const some = waiting.slice(0, atOnce);
    let isKept = false;
    try {
      isKept = await sent(some);
    } catch {
      said.textContent = `${place.dataset.away} ${waits()}`;
    }
    isSending = false;
    if (!isKept) retry();
    else if (store.read().length) return send();
    else if (!shown()) fetchAhead();
    return isKept;
  }

  async function sent(some) {
    const found = await fetch(place.dataset.answers, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify({ answers: some }),
      redirect: "manual",
      keepalive: true,
    });
    if (found.ok) {
      turn = Math.max(turn, (await found.json()).turn);
      pause = 1000;
      atOnce = 50;
      forget(some);
      said.textContent = place.dataset.kept;
      return true;
    }
    if (found.status === 422) return refused(some, (await found.json()).refused);
    said.textContent = found.status >= 500 ? waits() : `${place.dataset.out} ${waits()}`;
    return false;
  }

  // One refused answer does not hold up the others: they go one by one until it is found.
  function refused(some, why) {
    if (some.length > 1) {
      atOnce = 1;
      return true;
    }
    forget(some);
    isRefused = true;
    said.textContent = `${some[0].pair}: ${why}`;
    return true;
  }

  function forget(some) {
    const ids = new Set(some.map((one) => one.id));
    store.write(store.read().filter((one) => !ids.has(one.id)));
  }

  function retry() {
    clearTimeout(timer);
    pause = Math.min(pause * 2, 30000);
    timer = setTimeout(() => (store.read().length ? send() : fetchAhead()), pause);
  }

  function tell() {
    if (store.read().length > 1) said.textContent = waits();
  }

  function waits() {
    const n = store.read().length;
    if (!n) return "";
    return n === 1 ? place.dataset.one : place.dataset.many.replace("%d", n);
  }

  function moved(by) {
    const bar = document.querySelector(".progress progress");
    count.dataset.done = Number(count.dataset.done) + by;
    bar.value = count.dataset.done;
    const text = count.dataset.text.replace("%d", count.dataset.done);
    count.textContent = text.replace("%s", count.dataset.of);
  }

  function press(event) {
    const isTyping = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (isTyping) {
      if (!shown() || !["Escape", "Enter"].includes(event.key)) return;
      event.preventDefault();
      shown().focus({ preventScroll: true });
      return;
    }
    const on = document.getElementById("queue-keys-on").checked;
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const act = acts()[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function acts() {
    const found = {
      u: () => document.getElementById("queue-undo").requestSubmit(),
      s: () => document.getElementById("queue-skip").click(),
      "?": () => showKeys(),
    };
    if (!shown()) return found;
    found.n = () => shown().querySelector("[name=note]").focus();
    shown().querySelectorAll("button[name=answer]").forEach((button, place) => {
      found[place + 1] = () => button.click();
    });
    return found;
  }

  function showKeys() {
    const keys = document.getElementById("queue-keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
  }

  function keysOn() {
    const box = document.getElementById("queue-keys-on");
    const kept = storeOf("northing:keys");
    box.checked = kept.read()[0] !== false;
    box.addEventListener("change", () => kept.write([box.checked]));
  }
}

function isNarrow() {
  return matchMedia("(max-width: 48rem)").matches;
}

function parsed(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

// A list under one name; where the browser keeps nothing, it lasts as long as the page.
function storeOf(name) {
  let here = [];
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(name)) || here;
      } catch {
        return here;
      }
    },
    write(list) {
      here = list;
      try {
        localStorage.setItem(name, JSON.stringify(list));
      } catch {
        // full, or forbidden: `here` has it
      }
    },
  };
}

// Only pages of a safe origin are given randomUUID; an installation within a house may have none.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const text = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
