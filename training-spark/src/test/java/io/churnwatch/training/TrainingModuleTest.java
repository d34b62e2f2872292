package io.churnwatch.training;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.churnwatch.training", importOptions = ImportOption.DoNotIncludeTests.class)
class TrainingModuleTest {
    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_DEPLOYABLE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink..",
                    "org.apache.kafka..",
                    "io.micronaut..",
                    "io.churnwatch.stream..",
                    "io.churnwatch.api..",
                    "io.churnwatch.local..");

    @ArchTest
    static final ArchRule EVALUATES_WITHOUT_SPARK = noClasses()
            .that()
            .resideInAPackage("..evaluate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..");

    /** Imports flow one way: from the entry points over run, plan, report and publish to train, evaluate and data. */
    @ArchTest
    static final ArchRule HAS_NO_CIRCLES_BETWEEN_PACKAGES =
            slices().matching("io.churnwatch.(**)").should().beFreeOfCycles();
}
