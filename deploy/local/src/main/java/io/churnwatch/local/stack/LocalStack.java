package io.churnwatch.local.stack;

import io.churnwatch.local.CommandFailedException;
import io.churnwatch.local.ExitCode;
import io.churnwatch.local.Repository;
import io.churnwatch.local.customers.CustomerFile;
import io.churnwatch.local.sample.SampleCustomers;
import io.churnwatch.local.service.MlflowServer;
import io.churnwatch.local.service.StopSignal;
import io.churnwatch.local.stack.StackPorts.Listener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Brings all parts up in order, waits until the board is live, and keeps them alive until it is stopped. */
public final class LocalStack {
    private final StackHome home;
    private final Parts parts;
    private final UpOptions options;
    private final Progress progress;
    private final StackDatabase database;
    private final List<SupervisedPart> supervised;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile StackState state = StackState.STARTING;

    private LocalStack(StackHome home, Parts parts, UpOptions options, StackDatabase database, Progress progress) {
        this.home = home;
        this.parts = parts;
        this.options = options;
        this.progress = progress;
        this.database = database;
        this.supervised = parts.all(options).stream()
                .map(part -> new SupervisedPart(part, progress, this::saveStatus))
                .toList();
    }

    /** Checks the machine and the customers' file, and clears away what a crash left running. */
    public static LocalStack prepare(
            Repository repository,
            StackHome home,
            Map<Listener, Integer> chosenPorts,
            UpOptions options,
            Function<StackEnvironment, StackDatabase> database,
            Progress progress) {
        refuseSecond(home);
        if (!SupervisorLock.take(home.lockFile())) {
            throw new CommandFailedException(
                    ExitCode.ALREADY_RUNNING, "Another './churnwatch up' is just starting in " + home.path() + ".");
        }
        Preflight.checkDisk(home.path());
        options.customers().ifPresent(CustomerFile::checkHeader);
        StackPorts ports = StackPorts.load(home.portsFile(), chosenPorts);
        new StackShutdown(home, progress).stopLeftovers();
        Preflight.checkPorts(ports);
        ports.save(home.portsFile());
        Parts parts = new Parts(repository, home, ports, StackEnvironment.of(home, ports));
        return new LocalStack(
                home, parts, possible(options, ports, progress), database.apply(parts.environment()), progress);
    }

    private static UpOptions possible(UpOptions wanted, StackPorts ports, Progress progress) {
        Optional<String> obstacle = wanted.mlflow() ? Preflight.obstacleToMlflow(ports) : Optional.empty();
        obstacle.ifPresent(reason -> progress.say("MLflow is left out: %s", reason));
        return obstacle.isPresent() ? wanted.withoutMlflow() : wanted;
    }

    static void refuseSecond(StackHome home) {
        home.supervisor().running().ifPresent(running -> {
            throw new CommandFailedException(
                    ExitCode.ALREADY_RUNNING,
                    "The stack is running already (process " + running.pid()
                            + "). './churnwatch status' shows it, './churnwatch down' stops it.");
        });
    }

    /** Runs until the JVM is asked to end. */
    public void run() {
        home.supervisor().write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-stack"));
        try {
            bringUp();
        } catch (RuntimeException e) {
            if (!stopping.get()) {
                throw e;
            }
            // What we were waiting for has been stopped: that is no failure.
        }
        awaitEndOfJvm();
    }

    private void bringUp() {
        startTogether(List.of("postgres", "redis", "kafka"));
        start("api");
        importCustomers();
        trainFirstModel();
        startTogether(Parts.jobProcesses(options.cluster()));
        StackDatabase.Count count = progress.step("Scoring every customer", new BoardWatch(database, progress)::await);
        options.feedRate().ifPresent(rate -> start("feed"));
        start(Parts.TRAINING);
        if (options.mlflow()) {
            startMlflow();
        }
        progress.say("The board is live: %,d of %,d customers have a score", count.scored(), count.customers());
        if (options.greets()) {
            Greeting.print(home, parts.url(), progress);
        }
        become(StackState.LIVE);
    }

    private void startTogether(List<String> names) {
        List<CompletableFuture<Void>> starts = names.stream()
                .map(name -> CompletableFuture.runAsync(
                        () -> start(name), task -> new Thread(task, "start-" + name).start()))
                .toList();
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Starts it in the background: nothing waits for it, and everything works without it. */
    private void startMlflow() {
        if (!MlflowServer.isInstalled()) {
            progress.say("Installing MLflow in the background (once, some minutes; log: %s)", home.log(Parts.MLFLOW));
        }
        Thread starter = new Thread(this::startMlflowIfPossible, "start-mlflow");
        starter.setDaemon(true);
        starter.start();
    }

    private void startMlflowIfPossible() {
        try {
            start(Parts.MLFLOW);
        } catch (RuntimeException e) {
            if (!stopping.get()) {
                progress.say("MLflow is left out: %s", e.getMessage());
            }
        }
    }

    private void start(String name) {
        supervised.stream().filter(part -> part.name().equals(name)).forEach(SupervisedPart::start);
    }

    private void importCustomers() {
        if (options.customers().isPresent()) {
            database.load(options.customers().get());
        } else if (!database.hasCustomers()) {
            database.load(SampleCustomers.unpackTo(home.path().resolve("sample-customers.csv")));
        }
    }

    private void trainFirstModel() {
        if (!database.hasChampion()) {
            FirstModel first = new FirstModel(parts.repository(), home, progress);
            progress.step("Training the first model", () -> first.train(parts.firstTraining()));
        }
    }

    /** Stops the parts in reverse order, so that each one ends before what it depends on. */
    private void stop() {
        stopping.set(true);
        become(StackState.STOPPING);
        progress.say("Stopping …");
        home.pidFile(Parts.FIRST_TRAINING).stop(StopSignal.TERMINATE);
        List<SupervisedPart> reverse = new ArrayList<>(supervised);
        Collections.reverse(reverse);
        reverse.stream().filter(SupervisedPart::wasStarted).forEach(this::stop);
        become(StackState.STOPPED);
        home.supervisor().delete();
    }

    private void stop(SupervisedPart part) {
        part.stop();
        progress.say("Stopped %s", part.name());
    }

    private void become(StackState next) {
        state = next;
        saveStatus();
    }

    private synchronized void saveStatus() {
        List<PartStatus> statuses =
                supervised.stream().map(SupervisedPart::status).toList();
        new StackStatus(state, ProcessHandle.current().pid(), parts.url(), statuses).save(home.statusFile());
    }

    private static void awaitEndOfJvm() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
