// Answers while typing, through htmx: without styles and scripts of its own, which the content security policy refuses.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.historyEnabled = false;
