# Trains the R models of the zoo and saves each as RDS; ConvertRds turns those into PMML.
#
# Usage: Rscript train_r.R CUSTOMERS_CSV_GZ FOLDER
#
# Each object carries rows to verify it with, in the form that the converter looks for (what r2pmml's verify() would add).

suppressPackageStartupMessages({
    library(gbm)
    library(randomForest)
    library(ranger)
    library(rpart)
})

arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[2]
seed <- 42
training_rows <- 2000
verification_rows <- 20

read_customers <- function(path) {
    table <- head(read.csv(gzfile(path), stringsAsFactors = TRUE), training_rows)
    data.frame(
        credit_score = table$CreditScore,
        geography = table$Geography,
        gender = table$Gender,
        age = table$Age,
        tenure = table$Tenure,
        balance = table$Balance,
        num_of_products = table$NumOfProducts,
        has_cr_card = table$HasCrCard,
        is_active_member = table$IsActiveMember,
        estimated_salary = table$EstimatedSalary,
        exited = factor(table$Exited))
}

# One value in twelve is missing, the same ones every time.
with_gaps <- function(customers) {
    set.seed(seed)
    for (field in setdiff(names(customers), "exited")) {
        customers[runif(nrow(customers)) < 1 / 12, field] <- NA
    }
    customers
}

doubles <- function(customers) {
    numbers <- setdiff(names(customers), c("geography", "gender", "exited"))
    customers[numbers] <- lapply(customers[numbers], as.double)
    customers
}

customers <- read_customers(arguments[1])
customers_with_gaps <- with_gaps(doubles(customers))

inputs <- function(table) head(table[setdiff(names(table), "exited")], verification_rows)

save_model <- function(name, model, rows = NULL, leaving = NULL) {
    if (!is.null(rows)) {
        model$verification <- list(
            precision = 1e-12,
            zeroThreshold = 1e-12,
            active_values = rows,
            target_values = NULL,
            output_values = data.frame(
                "probability(0)" = 1 - leaving, "probability(1)" = leaving, check.names = FALSE))
    }
    saveRDS(model, file.path(folder, paste0(name, ".rds")), version = 2)
    cat(name, ": trained\n", sep = "")
}

# --- randomForest: the trees vote, the probability is the share of votes ------------------------------------------------

votes <- function(model, rows) as.vector(predict(model, rows, type = "prob")[, "1"])

set.seed(seed)
model <- randomForest(exited ~ ., data = customers, ntree = 15, maxnodes = 40)
save_model("r-forest", model, inputs(customers), votes(model, inputs(customers)))

set.seed(seed)
model <- randomForest(exited ~ ., data = doubles(customers), ntree = 12, nodesize = 60)
model$pmml_options <- list(compact = TRUE)
save_model("r-forest-compact", model, inputs(doubles(customers)), votes(model, inputs(doubles(customers))))

set.seed(seed)
flagged <- transform(customers, has_cr_card = has_cr_card == 1, is_active_member = is_active_member == 1)
model <- randomForest(exited ~ ., data = flagged, ntree = 9, maxnodes = 30)
save_model("r-forest-flags", model, inputs(flagged), votes(model, inputs(flagged)))

# --- rpart: one tree, missing values by surrogate splits ----------------------------------------------------------------

tree_of <- function(table, use_surrogate) {
    rpart(exited ~ ., data = table, method = "class",
          control = rpart.control(cp = 0.002, maxdepth = 7, maxsurrogate = 3, usesurrogate = use_surrogate))
}
share <- function(model, rows) as.vector(predict(model, rows, type = "prob")[, "1"])

for (use_surrogate in 0:2) {
    table <- if (use_surrogate == 0) customers else customers_with_gaps
    model <- tree_of(table, use_surrogate)
    rows <- inputs(if (use_surrogate == 2) table else doubles(customers))
    if (use_surrogate == 0) rows <- inputs(customers)
    save_model(paste0("r-tree-surrogate-", use_surrogate), model, rows, share(model, rows))
}

model <- rpart(
    exited ~ geography + I((age - 40)^2) + I(ifelse(age > 40, age, 0)) + I(ifelse(num_of_products > 2 | is_active_member == 0, 1, 0))
        + I(balance / (estimated_salary + 1)) + log(estimated_salary),
    data = doubles(customers), method = "class", control = rpart.control(cp = 0.001, maxdepth = 8, usesurrogate = 0))
save_model("r-tree-formula", model, inputs(doubles(customers)), share(model, inputs(doubles(customers))))

# --- gbm: a sum of regression trees; each split has a third branch for missing values ------------------------------------

boosted <- function(table, distribution) {
    set.seed(seed)
    model <- gbm(exited ~ ., data = transform(table, exited = as.integer(exited) - 1), distribution = distribution,
                 n.trees = 12, interaction.depth = 4, shrinkage = 0.2, bag.fraction = 0.7, n.minobsinnode = 10, keep.data = FALSE)
    model$response.name <- "exited"
    model
}
chance <- function(model, rows) as.vector(predict(model, rows, n.trees = 12, type = "response"))

model <- boosted(customers, "bernoulli")
save_model("r-gbm", model, inputs(customers), chance(model, inputs(customers)))

model <- boosted(customers_with_gaps, "bernoulli")
save_model("r-gbm-missing", model, inputs(customers_with_gaps), chance(model, inputs(customers_with_gaps)))

model <- boosted(customers, "adaboost")
save_model("r-gbm-adaboost", model, inputs(customers), chance(model, inputs(customers)))

# --- ranger: probability trees, and voting ones -----------------------------------------------------------------------

levels_of <- function(table) Filter(Negate(is.null), lapply(table, levels))

model <- ranger(exited ~ ., data = doubles(customers), num.trees = 10, max.depth = 6, probability = TRUE, seed = seed, num.threads = 1)
model$variable.levels <- levels_of(customers)
rows <- inputs(doubles(customers))
save_model("r-ranger", model, rows, as.vector(predict(model, rows, num.threads = 1)$predictions[, "1"]))

model <- ranger(exited ~ ., data = doubles(customers), num.trees = 12, max.depth = 6, seed = seed, num.threads = 1)
model$variable.levels <- levels_of(customers)
save_model("r-ranger-votes", model)
