
"use strict";
/* Search over all tables, filter and sort in each. Without this script the page shows the same, all of it. */
(() => {
  const root = document.documentElement;
  const collator = new Intl.Collator(root.lang, { numeric: true });
  const MANY = 10; // rows worth filtering and sorting
  const PAUSE = 25; // milliseconds without a key before anything moves
  const SCREENFUL = 25; // rows shown at once; the rest of a long table follows
  const AT_ONCE = 100; // rows that follow in each step,
  const REST = 30; // milliseconds apart; ten times that before the first step, lest it meet the next key

  /** The words without accents and signs, a blank before each: "Đất đai" is " dat dai". */
  const fold = (text) =>
    ` ${text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replaceAll("đ", "d").replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;

  const count = (n) => n.toLocaleString(root.lang);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => count(values[name]));
  const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

  /** The number that a cell of the page's language begins with, or nothing. */
  const number = (text) => {
    const plain = root.lang === "vi" ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", "");
    const value = parseFloat(plain);
    return Number.isNaN(value) ? null : value;
  };

  /** What rows must have: the query as it stands if any row has it, else each of its words. */
  const test = (query, tables) => {
    const phrase = fold(query);
    if (phrase === " ") return null;
    const words = phrase.trim().split(" ").map((word) => ` ${word}`);
    const whole = (row) => row.text.includes(phrase);
    return tables.some((table) => table.rows.some(whole)) ? whole : (row) => words.every((word) => row.text.includes(word));
  };

  /** Do it when the keys have come to rest. */
  const settled = (action) => {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(action, PAUSE);
    };
  };

  class Row {
    constructor(element, group) {
      this.element = element;
      this.home = element.parentNode;
      this.group = group;
    }
    get text() {
      this.folded ??= fold(Array.from(this.element.cells, (cell) => cell.textContent).join(" | ") + ` | ${this.group?.name ?? ""}`);
      return this.folded;
    }
  }

  class Table {
    constructor(element) {
      this.element = element;
      this.grid = element.querySelector("table");
      this.most = Number(element.dataset.most ?? Infinity);
      this.rows = [];
      this.groups = [];
      this.others = []; // group and total rows, with their bodies
      this.global = null;
      this.own = null;
      let group = null;
      for (const line of this.grid.querySelectorAll("tbody > tr")) {
        if (line.className === "row") this.rows.push(new Row(line, group));
        else if (line.className === "group") this.groups.push((group = { element: line, name: line.cells[0].textContent }));
        else this.others.push(line);
      }
      this.order = this.rows;
      if (this.rows.length > MANY) {
        this.addFilter();
        this.addSorting();
      }
      if (this.most < this.rows.length) this.addRest();
    }

    addFilter() {
      const filter = copy("for-table");
      this.input = filter.querySelector("input");
      this.shownText = filter.querySelector(".shown");
      this.input.addEventListener("input", settled(() => {
        this.own = test(this.input.value, [this]);
        page.announce(this.show());
      }));
      this.element.prepend(filter);
    }

    addSorting() {
      this.element.classList.add("sortable");
      this.heads = Array.from(this.grid.tHead.rows[0].cells);
      this.heads.forEach((head, at) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        button.addEventListener("click", () => this.sort(at));
        head.append(button);
      });
    }

    addRest() {
      this.rest = copy("for-rest");
      this.rest.querySelector("button").addEventListener("click", () => {
        this.open = !this.open;
        this.show();
      });
      this.element.querySelector(".frame").after(this.rest);
    }

    /** Upwards, downwards, as it was. Sorted rows stand in one body, each with the name of its group. */
    sort(at) {
      const head = this.heads[at];
      const next = { ascending: "descending", descending: null }[head.getAttribute("aria-sort")];
      const direction = next === undefined ? "ascending" : next;
      this.heads.forEach((each) => each.removeAttribute("aria-sort"));
      if (direction) head.setAttribute("aria-sort", direction);
      this.freeze();
      this.order = direction ? this.sorted(at, direction === "ascending" ? 1 : -1) : this.rows;
      for (const row of this.order.slice(SCREENFUL)) row.element.hidden = true;
      this.place(direction !== null);
      this.show();
    }

    sorted(at, sign) {
      const numeric = this.heads[at].classList.contains("number");
      const keyed = this.rows.map((row) => {
        const words = row.element.cells[at].textContent.trim();
        return { row, key: numeric ? number(words) : words || null };
      });
      keyed.sort((a, b) => {
        if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
        return sign * (numeric ? a.key - b.key : collator.compare(a.key, b.key));
      });
      return keyed.map(({ row }) => row);
    }

    place(flat) {
      if (flat) {
        if (!this.flat) {
          this.flat = document.createElement("tbody");
          this.flat.className = "flat";
          for (const row of this.rows) {
            const name = row.element.querySelector("th") ?? row.element.cells[0];
            if (row.group) name.dataset.group = row.group.name;
          }
        }
        this.flat.replaceChildren(...this.order.map((row) => row.element));
        this.grid.tHead.after(this.flat);
      } else if (this.flat) {
        for (const row of this.rows) row.home.append(row.element);
        this.flat.remove();
      }
      this.isFlat = flat;
    }

    /** Whether it is in an annex that is closed. */
    get isClosed() {
      return this.element.closest("details:not([open])") !== null;
    }

    /** The columns of a long table keep their widths from here on: nothing jumps, and there is less to lay out. */
    freeze() {
      if (this.frozen || this.filtered || this.rows.length <= SCREENFUL || !page.isWide()) return;
      if (this.isClosed) return; // measuring would have the browser lay it all out
      const whole = this.grid.getBoundingClientRect().width;
      const widths = this.heads.map((head) => head.getBoundingClientRect().width);
      this.heads.forEach((head, at) => (head.style.width = `${(100 * widths[at]) / whole}%`));
      this.grid.classList.add("frozen");
      this.frozen = true;
    }

    /** Show these rows and no other: a screenful at once, the others while the reader looks at those. */
    reveal(rows) {
      clearTimeout(this.revealing);
      if (this.isClosed) for (const row of rows.slice(SCREENFUL)) row.element.hidden = true; // opening it costs no more
      const step = (from, to) => {
        for (const row of rows.slice(from, to)) {
          if (row.element.hidden) row.element.hidden = false;
          if (row.group && !this.isFlat) row.group.element.hidden = false;
        }
        if (to < rows.length) this.revealing = setTimeout(step, from ? REST : 10 * REST, to, to + AT_ONCE);
      };
      step(0, SCREENFUL);
      this.finish = () => {
        clearTimeout(this.revealing);
        step(0, rows.length);
      };
    }

    /** Show the rows that pass; returns how many. */
    show() {
      this.freeze();
      const filtered = (this.filtered = Boolean(this.global || this.own));
      const most = filtered || this.open ? Infinity : this.most;
      const inUse = new Set();
      const passing = [];
      this.order.forEach((row, at) => {
        if (at < most && (!this.global || this.global(row)) && (!this.own || this.own(row))) {
          passing.push(row);
          inUse.add(row.group);
        } else if (!row.element.hidden) row.element.hidden = true;
      });
      const shown = passing.length;
      this.reveal(passing);
      for (const group of this.groups) if (this.isFlat || !inUse.has(group)) group.element.hidden = true;
      for (const line of this.others) line.hidden = filtered;
      this.element.hidden = Boolean(this.global) && shown === 0;
      if (this.shownText) this.shownText.textContent = filtered ? fill(page.words.shown, { shown, all: this.rows.length }) : "";
      if (this.rest) this.showRest(filtered);
      return { shown, all: this.rows.length };
    }

    showRest(filtered) {
      const [words, button] = this.rest.children;
      words.hidden = this.open;
      words.textContent = fill(words.dataset.text ??= words.textContent, { n: this.rows.length - this.most });
      button.textContent = this.open ? button.dataset.fewer : fill(button.dataset.all, { n: this.rows.length });
      button.setAttribute("aria-expanded", Boolean(this.open));
      this.rest.hidden = filtered;
    }
  }

  const page = {
    start() {
      const search = copy("for-page");
      this.input = search.querySelector("input");
      this.status = search.querySelector("[role=status]");
      this.words = { ...this.status.dataset };
      this.tables = Array.from(document.querySelectorAll(".table"), (element) => new Table(element));
      this.annexes = Array.from(document.querySelectorAll(".annex > details"));
      for (const table of this.tables) if (table.rest) table.show();
      if (this.tables.some((table) => table.rows.length)) document.querySelector("main").before(search);
      this.input.addEventListener("input", settled(() => this.search()));
      const contents = document.querySelector("nav details");
      if (contents && matchMedia("(min-width: 60rem)").matches) contents.open = true;
      addEventListener("hashchange", () => this.openTarget());
      this.openTarget();
      this.openForPrint();
      for (const annex of this.annexes) annex.addEventListener("toggle", () => this.prepare());
      setTimeout(() => this.prepare(), 10 * REST);
    },

    /** Whether tables stand as tables, not as cards. */
    isWide: () => matchMedia("(min-width: 48.01rem)").matches,

    /** What would take long at the first key. */
    prepare() {
      for (const table of this.tables) {
        table.freeze();
        for (const row of table.rows) row.text; // folds it
      }
    },

    search() {
      const before = document.body.classList.contains("searching");
      const passes = test(this.input.value, this.tables);
      document.body.classList.toggle("searching", passes !== null);
      let rows = 0;
      for (const table of this.tables) {
        table.global = passes;
        const { shown } = table.show();
        rows += passes ? shown : 0;
      }
      for (const section of document.querySelectorAll("main section")) {
        section.hidden = passes !== null && !section.querySelector(".table:not([hidden])");
      }
      if (passes && !before) this.wereOpen = this.annexes.map((annex) => annex.open);
      if (passes || before) this.annexes.forEach((annex, at) => (annex.open = passes !== null || this.wereOpen[at]));
      if (passes && !before) document.querySelector("main").scrollIntoView({ block: "start", behavior: "instant" });
      const tables = this.tables.filter((table) => !table.element.hidden).length;
      this.status.textContent = !passes ? "" : rows ? fill(this.words.found, { rows, tables }) : this.words.nothing;
    },

    announce({ shown, all }) {
      this.status.textContent = shown ? fill(this.words.shown, { shown, all }) : this.words.nothing;
    },

    /** An annex opens when a link leads to it. */
    openTarget() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const closed = target?.closest("details");
      if (closed) closed.open = true;
    },

    /** On paper nothing can be opened. */
    openForPrint() {
      let opened = [];
      addEventListener("beforeprint", () => {
        opened = Array.from(document.querySelectorAll("main details:not([open])"));
        for (const each of opened) each.open = true;
        for (const table of this.tables) table.finish?.();
      });
      addEventListener("afterprint", () => opened.forEach((each) => (each.open = false)));
    },
  };

  document.addEventListener("DOMContentLoaded", () => page.start());
})();
