// Before anything is drawn: charts get their room and tables wait behind the toggle.
document.documentElement.classList.add("js");
