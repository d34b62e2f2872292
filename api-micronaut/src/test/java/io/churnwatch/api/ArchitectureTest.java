package io.churnwatch.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.churnwatch.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("io.churnwatch.(**)").should().beFreeOfCycles();

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
    static final ArchRule onlyTheDatabasePackageUsesJdbc = noClasses()
            .that()
            .resideOutsideOfPackage("io.churnwatch.api.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("ADR 27 leaves statements to JDBI");
}
