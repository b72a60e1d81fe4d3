// How can files be dropped on the field that takes them? Without this file, they are chosen in it.
"use strict";

const place = document.getElementById("drop");
if (place) {
  const field = place.querySelector("input[type=file]");
  const said = document.getElementById("drop-said");

  const tell = () => {
    const names = Array.from(field.files, (file) => file.name);
    said.textContent = names.length ? `${said.dataset.chosen} ${names.join(", ")}` : "";
  };
  field.addEventListener("change", tell);
  for (const kind of ["dragenter", "dragover"]) {
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    place.addEventListener(kind, () => place.classList.remove("over"));
  }
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    field.files = event.dataTransfer.files;
    tell();
  });
}
