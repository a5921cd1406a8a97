// Each chart is drawn from the cells of the table beside it, so both say the same. Without scripts there is the table.

// ECharts writes styles as attributes, which the content security policy refuses; as properties they are allowed.
const setAttribute = SVGElement.prototype.setAttribute;
SVGElement.prototype.setAttribute = function (name, value) {
  if (name === "style") {
    this.style.cssText = value;
  } else {
    setAttribute.call(this, name, value);
  }
};

const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const charts = [];

function draw({ chart, box, rows }) {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(`--sp-${name}`).trim();
  const text = { color: colour("ink"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: parseFloat(style.fontSize) * 0.875 };
  chart.setOption({
    animation: !still.matches,
    textStyle: text,
    grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category", inverse: true, data: rows.map(r => r.name), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { ...text, width: Math.max(80, box.clientWidth * 0.3), overflow: "truncate" }
    },
    series: [{
      type: "bar", barWidth: "62%", silent: true,
      data: rows.map((r, place) => ({ value: r.value, itemStyle: { color: colour(box.dataset.colour === "meet" && place === 0 ? "need" : box.dataset.colour), borderRadius: 4 } })),
      label: { show: true, position: "right", ...text, formatter: bar => `${bar.value} ${box.dataset.unit}` }
    }]
  });
}

for (const box of document.querySelectorAll("[data-chart-of]")) {
  const rows = [...document.getElementById(box.dataset.chartOf).tBodies[0].rows]
    .map(row => ({ name: row.cells[0].textContent.trim(), value: parseFloat(row.querySelector("[data-value]")?.dataset.value ?? "") }))
    .filter(row => !Number.isNaN(row.value));
  if (rows.length === 0) {
    continue;
  }

  box.hidden = false;
  box.style.height = `${rows.length * 2.25}rem`;
  const drawn = { box, rows, chart: echarts.init(box, null, { renderer: "svg" }) };
  charts.push(drawn);
  draw(drawn);
  new ResizeObserver(() => drawn.chart.resize({ animation: { duration: 0 } })).observe(box);
}

dark.addEventListener("change", () => charts.forEach(draw));
