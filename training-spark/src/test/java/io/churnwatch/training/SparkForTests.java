package io.churnwatch.training;

import io.churnwatch.training.support.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Spark session for the tests of a class, as a parameter. */
public final class SparkForTests implements ParameterResolver, AfterAllCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return LocalSpark.start();
    }

    /** A training starts and stops a session of its own; it must not stop this one. */
    @Override
    public void afterAll(ExtensionContext context) {
        LocalSpark.start().stop();
    }
}
