# Compares our figures of agreement with those of R's packages psych and lme4.
#
#   ibtikar_oracle | Rscript agreement.R       (tests/oracle/agreement.cpp; `./dev test oracle` does this)
#
# Whole tables: psych::ICC, its six forms with F, degrees of freedom, p and 95 % intervals. Tables with
# gaps: variances by REML of lme4::lmer, and the shares of variance that follow from them. Levels: the
# kappa of psych::cohen.kappa, plain and with squared weights, and the alphas that follow from those.
suppressMessages({ library(psych); library(lme4) })

input <- file("stdin")
lines <- strsplit(readLines(input), " ")
close(input)
is_table <- vapply(lines, function(words) words[1] != "figure", TRUE)
figures <- do.call(rbind, lines[!is_table])
figures <- data.frame(table = figures[, 2], name = figures[, 3], value = as.numeric(figures[, 4]))

compared <- data.frame()
compare <- function(number, name, theirs, scale, kind) {
  ours <- figures$value[figures$table == number & figures$name == name]
  if (length(ours) == 1 && is.finite(theirs))
    compared <<- rbind(compared, data.frame(number, name, ours, theirs, kind, away = abs(ours - theirs) / scale))
}

compare_squares <- function(number, scores) {
  theirs <- ICC(scores, missing = FALSE, lmer = FALSE)$results
  for (form in c("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k")) {
    row <- theirs[theirs$type == form, ]
    near <- function(name, value) compare(number, paste0(form, name), value, max(1, abs(value)), "psych")
    near("", row$ICC)
    near(".f", row$F)
    near(".df1", row$df1)
    near(".df2", row$df2)
    near(".p", row$p)
    near(".low", row$`lower bound`)
    near(".high", row$`upper bound`)
  }
}

# The optimiser of lme4 is told to go on for more digits than it does by itself.
fitted <- function(formula, long)
  suppressMessages(lmer(formula, long, REML = TRUE, control = lmerControl(
    optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10), calc.derivs = FALSE, check.conv.singular = "ignore")))

compare_likelihood <- function(number, scores) {
  long <- data.frame(score = as.vector(scores), program = factor(as.vector(row(scores))),
                     assessor = factor(as.vector(col(scores))))
  long <- long[!is.na(long$score), ]
  variances <- as.data.frame(VarCorr(fitted(score ~ 1 + (1 | program) + (1 | assessor), long)))
  of <- function(group) variances$vcov[variances$grp == group]
  total <- sum(variances$vcov)
  compare(number, "variance.program", of("program"), total, "lme4")
  compare(number, "variance.assessor", of("assessor"), total, "lme4")
  compare(number, "variance.error", of("Residual"), total, "lme4")
  compare(number, "ICC2", of("program") / total, 1, "lme4")
  compare(number, "ICC3", of("program") / (of("program") + of("Residual")), 1, "lme4")
  one_way <- as.data.frame(VarCorr(fitted(score ~ 1 + (1 | program), long)))
  compare(number, "ICC1", one_way$vcov[1] / sum(one_way$vcov), 1, "lme4")
}

# Alpha takes chance from pairs without replacement, kappa with: hence (n - 1) / n, of n values.
compare_levels <- function(number, levels) {
  theirs <- suppressWarnings(cohen.kappa(levels)) # about its own intervals
  alpha <- function(kappa) 1 - (1 - 1 / length(levels)) * (1 - kappa)
  compare(number, "kappa", theirs$kappa, 1, "kappa")
  compare(number, "alpha.nominal", alpha(theirs$kappa), 1, "kappa")
  compare(number, "alpha.interval", alpha(theirs$weighted.kappa), 1, "kappa")
}

for (words in lines[is_table]) {
  scores <- matrix(suppressWarnings(as.numeric(words[-(1:4)])), nrow = as.integer(words[3]), byrow = TRUE)
  if (words[1] == "levels") compare_levels(words[2], scores)
  else if (anyNA(scores)) compare_likelihood(words[2], scores) else compare_squares(words[2], scores)
}

failed <- FALSE
for (kind in c("psych", "lme4", "kappa")) {
  ours <- compared[compared$kind == kind, ]
  worst <- ours[which.max(ours$away), ]
  cat(sprintf("%s: %d figures of %d tables; the largest difference is %.2g (%s of table %s: %.10g, and theirs %.10g)\n",
              kind, nrow(ours), length(unique(ours$number)), worst$away, worst$name, worst$number, worst$ours, worst$theirs))
  failed <- failed || nrow(ours) == 0 || worst$away > if (kind == "lme4") 1e-4 else 1e-8
}
if (failed) quit(status = 1)
