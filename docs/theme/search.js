// Where does a word stand in the documentation? The index is a script of its own, loaded when the field is first used.
const script = document.currentScript;
const form = document.querySelector(".search");
const field = form.querySelector("input");
const hits = document.getElementById("hits");
const status = hits.querySelector("p");
const list = hits.querySelector("ol");
const ROOT = script.dataset.root.replace(/\/?$/, "/");
const MOST = 12;
const AROUND = 70;

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("focus", load, { once: true });
field.addEventListener("input", show);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && field.value) { field.value = ""; show(); field.focus(); }
});

function load() {
  const index = document.createElement("script");
  index.src = `${ROOT}search-index.js`;
  index.addEventListener("load", show);
  document.head.append(index);
}

function show() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  hits.hidden = words.length === 0 || !window.northingPages;
  if (hits.hidden) return;
  const found = window.northingPages
    .map((part) => ({ part, weight: weight(part, words) }))
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  status.textContent = found.length === 0 ? "Nothing found. Fewer words, or another one?" : `${found.length} places`;
  list.replaceChildren(...found.slice(0, MOST).map((one) => entry(one.part, words)));
}

/** Every word has to be there; one in a title says more than one in a text. */
function weight([page, heading, , text], words) {
  let sum = 0;
  for (const word of words) {
    const here = (page.toLowerCase().includes(word) ? 4 : 0) + (heading.toLowerCase().includes(word) ? 6 : 0)
      + Math.min(text.toLowerCase().split(word).length - 1, 3);
    if (here === 0) return 0;
    sum += here;
  }
  return sum;
}

function entry([page, heading, address, text], words) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = ROOT + address;
  link.textContent = heading && heading !== page ? `${page}: ${heading}` : page;
  const at = Math.max(0, text.toLowerCase().indexOf(words[0]));
  const said = document.createElement("div");
  said.className = "soft";
  said.textContent = (at > AROUND ? "… " : "") + text.slice(Math.max(0, at - AROUND), at + AROUND) + " …";
  line.append(link, said);
  return line;
}
