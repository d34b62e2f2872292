package io.churnwatch.stream;

import io.churnwatch.stream.config.JobConfig;
import io.churnwatch.stream.version.PostgresModelRegistry;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Starts the job: reads the configuration, attaches sources and sinks, executes. Nothing else. */
public final class ChurnScoringJob {
    public static void main(String[] args) throws Exception {
        JobConfig config = JobConfig.from(System.getenv());
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        build(environment, config);
        environment.execute("Churnwatch");
    }

    static void build(StreamExecutionEnvironment environment, JobConfig config) {
        JobSources sources = new JobSources(environment, config);
        ChurnScoringPipeline.Outputs outputs = ChurnScoringPipeline.define(
                sources.feed(), sources.control(), new PostgresModelRegistry(config.database()), config.scoring());
        new JobSinks(config).attach(outputs);
    }

    private ChurnScoringJob() {}
}
