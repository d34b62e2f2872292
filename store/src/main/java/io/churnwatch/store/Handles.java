package io.churnwatch.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** JDBI as every statement here expects it. */
public final class Handles {

    /** Configures JDBI over a data source, such as a pool. */
    public static Jdbi configured(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArgumentFactory());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        });
        jdbi.registerColumnMapper(Object.class, (row, column, context) -> row.getObject(column));
        jdbi.registerArrayType(Double.class, "float8");
        jdbi.registerArrayType(Long.class, "int8");
        jdbi.registerArrayType(String.class, "text");
        // The SQL is written out: '<' compares. An error that names the bound values would leak a customer's data to
        // logs.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    /** As PostgreSQL keeps it, to the microsecond and in no zone. */
    private static final class InstantArgumentFactory extends AbstractArgumentFactory<Instant> {
        InstantArgumentFactory() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.atOffset(ZoneOffset.UTC));
        }
    }

    /** Runs work that only reads; every statement sees the same instant. */
    public static <T, X extends Exception> T inSnapshot(Jdbi jdbi, HandleCallback<T, X> work) throws X {
        try (Handle handle = jdbi.open()) {
            handle.setReadOnly(true); // a pool resets it on close
            return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
        }
    }

    private Handles() {}
}
