package io.churnwatch.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.churnwatch.api.request.JsonRequest;
import io.micronaut.http.annotation.Controller;
import jakarta.validation.Valid;

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

    @ArchTest
    static final ArchRule everyRequestIsValidated = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should(validateTheirRequests());

    private static ArchCondition<JavaMethod> validateTheirRequests() {
        return new ArchCondition<>("validate their requests") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getParameters().stream()
                        .filter(parameter -> parameter.getRawType().isAssignableTo(JsonRequest.class))
                        .filter(parameter -> !parameter.isAnnotatedWith(Valid.class))
                        .map(parameter -> SimpleConditionEvent.violated(
                                method, parameter.getDescription() + " is not annotated with @Valid"))
                        .forEach(events::add);
            }
        };
    }
}
