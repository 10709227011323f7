# Two-way fixed effects with errors clustered by unit, as plm gives them. Prints one JSON line.
suppressMessages(library(plm))
arguments <- commandArgs(TRUE)
periods <- as.integer(arguments[2])
values <- readBin(arguments[1], "double", n = file.size(arguments[1]) / 8)
cells <- length(values) / 2
panel <- data.frame(
  unit = rep(seq_len(cells / periods), each = periods),
  period = rep(seq_len(periods), times = cells / periods),
  outcome = values[seq_len(cells)],
  treated = values[cells + seq_len(cells)]
)
panel <- pdata.frame(panel, index = c("unit", "period"))

seconds <- sapply(1:5, function(round) {
  used <- system.time({
    fit <<- plm(outcome ~ treated, data = panel, model = "within", effect = "twoways")
    error <<- sqrt(vcovHC(fit, method = "arellano", type = "HC0", cluster = "group")[1, 1])
  })
  used[["user.self"]] + used[["sys.self"]]
})
cat(sprintf('{"seconds":%.9f,"estimate":%.12g,"standardError":%.12g}\n', median(seconds), coef(fit)[["treated"]], error))
