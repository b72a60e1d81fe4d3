"use strict";
// Where the doors go on beyond a narrow edge, the one that is open is brought into sight.
function show() {
  for (const row of document.querySelectorAll(".doors ul")) {
    const open = row.querySelector("[aria-current]");
    row.onscroll = () => row.classList.toggle("on", row.scrollLeft > 0);
    if (open) row.scrollLeft = open.offsetLeft - row.offsetLeft - (row.clientWidth - open.clientWidth) / 2;
  }
}
show();
addEventListener("resize", show);
