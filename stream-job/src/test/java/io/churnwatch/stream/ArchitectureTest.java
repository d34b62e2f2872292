package io.churnwatch.stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.churnwatch.stream.config.DatabaseConfig;
import io.churnwatch.stream.version.PostgresModelRegistry;

@AnalyzeClasses(packages = "io.churnwatch.stream", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule deployablesDoNotKnowEachOther = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.churnwatch.api..", "io.churnwatch.training..", "io.churnwatch.local..");

    @ArchTest
    static final ArchRule whatIsJudgedDoesNotKnowWhereItComesFromOrGoes = noClasses()
            .that()
            .resideInAPackage("..score..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..sink..", "org.apache.kafka..", "java.sql..");

    /** All other SQL belongs to the module store. */
    @ArchTest
    static final ArchRule onlyTheSinksSpeakJdbc = noClasses()
            .that()
            .resideOutsideOfPackage("..sink..")
            .and()
            .doNotHaveFullyQualifiedName(DatabaseConfig.class.getName())
            .and()
            .haveNameNotMatching(PostgresModelRegistry.class.getName() + ".*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule packagesHaveNoCircles =
            slices().matching("io.churnwatch.stream.(**)").should().beFreeOfCycles();
}
