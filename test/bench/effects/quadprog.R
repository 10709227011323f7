# The weights of a synthetic control as R users find them: quadprog on the cross-products. Prints one JSON line.
suppressMessages(library(quadprog))
arguments <- commandArgs(TRUE)
donors <- as.matrix(read.csv(arguments[1], header = FALSE)) # one row per donor
target <- scan(arguments[2], quiet = TRUE)
repeats <- as.integer(arguments[3])

weights <- function() {
  x <- t(donors)
  cross <- crossprod(x)
  # a positive definite matrix is asked for, which more donors than periods do not give
  cross <- cross + diag(1e-10 * mean(diag(cross)), ncol(x))
  constraints <- cbind(1, diag(ncol(x)))
  solve.QP(cross, drop(crossprod(x, target)), constraints, c(1, rep(0, ncol(x))), meq = 1)$solution
}

seconds <- sapply(1:5, function(round) {
  used <- system.time(for (index in seq_len(repeats)) found <<- weights())
  (used[["user.self"]] + used[["sys.self"]]) / repeats
})
objective <- sum((target - drop(t(donors) %*% found))^2)
cat(sprintf('{"seconds":%.9f,"objective":%.12g}\n', median(seconds), objective))
