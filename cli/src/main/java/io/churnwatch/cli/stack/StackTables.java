package io.churnwatch.cli.stack;

import io.churnwatch.cli.customers.CustomerImport;
import io.churnwatch.cli.database.CommandLineDatabase;
import io.churnwatch.local.stack.Progress;
import io.churnwatch.local.stack.StackDatabase;
import io.churnwatch.local.stack.StackEnvironment;
import io.churnwatch.model.ModelRole;
import io.churnwatch.store.Database;
import io.churnwatch.store.customer.CustomerChurn;
import io.churnwatch.store.model.ModelPromotions;
import java.nio.file.Path;
import java.time.Clock;

/** The tables of a stack that is coming up. */
record StackTables(StackEnvironment environment, Progress progress) implements StackDatabase {
    @Override
    public Count count() {
        CustomerChurn.Count count = database().inTransaction(CustomerChurn::count);
        return new Count(count.customers(), count.scored());
    }

    @Override
    public boolean hasCustomers() {
        return !database().inTransaction(CustomerChurn::isEmpty);
    }

    @Override
    public boolean hasChampion() {
        return database()
                .inTransaction(handle -> ModelPromotions.latest(handle, ModelRole.CHAMPION))
                .isPresent();
    }

    @Override
    public void load(Path customers) {
        new CustomerImport(environment, progress, Clock.systemUTC()).load(customers);
    }

    private Database database() {
        return CommandLineDatabase.of(environment);
    }
}
