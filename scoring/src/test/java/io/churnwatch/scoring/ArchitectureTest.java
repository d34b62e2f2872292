package io.churnwatch.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.churnwatch.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule forestsKnowNeitherPmmlNorTheirExplanations = noClasses()
            .that()
            .resideInAPackage("..scoring.forest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..scoring.pmml..", "..scoring.shap..", "org.dmg..", "org.jpmml..");

    @ArchTest
    static final ArchRule explanationsDoNotKnowPmml = noClasses()
            .that()
            .resideInAnyPackage("..scoring.shap..", "..scoring.explain..", "..scoring.alert..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..scoring.pmml..", "org.dmg..", "org.jpmml..");

    @ArchTest
    static final ArchRule scoringKnowsNoDatabase =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");

    /** Each package is a slice, the root as well. */
    @ArchTest
    static final ArchRule packagesHaveNoCircles =
            slices().matching("io.churnwatch.(**)").should().beFreeOfCycles();
}
