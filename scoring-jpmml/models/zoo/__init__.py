"""Small classifiers of many kinds. A function marked @model answers with a pipeline and the customers to fit it on."""

SEED = 42

#: By the name of the file they are written to.
MODELS = {}


def model(function):
    """Enters a model under its function's name; the docstring says what is special in it."""
    MODELS[function.__name__.replace("_", "-")] = function
    return function
