package io.churnwatch.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

@AnalyzeClasses(packages = "io.churnwatch.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("io.churnwatch.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theApiKnowsNoOtherDeployable = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..",
                    "org.apache.spark..",
                    "io.churnwatch.stream..",
                    "io.churnwatch.training..",
                    "io.churnwatch.local..");

    @ArchTest
    static final ArchRule onlyTheDatabasePackagePreparesStatements = noClasses()
            .that()
            .resideOutsideOfPackage("io.churnwatch.api.database..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Statement.class);

    @ArchTest
    static final ArchRule featuresUseNoOtherJdbcThanAConnection = noClasses()
            .that()
            .resideOutsideOfPackage("io.churnwatch.api.database..")
            .and()
            .doNotHaveFullyQualifiedName(
                    "io.churnwatch.api.outbox.OutboxRelay") // its lock needs a connection of its own
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql", "javax.sql")
                    .and(not(type(Connection.class)))
                    .and(not(type(Array.class)))
                    .and(not(type(SQLException.class)))
                    .as("reside in java.sql, apart from Connection, Array and SQLException"))
            .because("ADR 6 leaves reading and writing to the package database");
}
