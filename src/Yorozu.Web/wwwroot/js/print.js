// The button 印刷, and the whole address of the page on paper.
document.querySelector("[data-print]")?.addEventListener("click", () => print());
document.querySelectorAll("[data-address]").forEach(address => { address.textContent = location.href; });
