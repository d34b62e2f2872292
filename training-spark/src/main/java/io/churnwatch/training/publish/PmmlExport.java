package io.churnwatch.training.publish;

import io.churnwatch.training.data.TrainingColumns;
import io.churnwatch.training.train.FittedModel;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dmg.pmml.InvalidValueTreatmentMethod;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MissingValueTreatmentMethod;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Timestamp;
import org.jpmml.model.JAXBSerializer;
import org.jpmml.sparkml.PMMLBuilder;

/** A fitted forest as a PMML document that carries rows to verify it with. */
public final class PmmlExport {
    private static final int VERIFICATION_ROWS = 50;
    private static final double TOLERANCE = 1e-12;

    public static Pmml export(FittedModel fitted, Dataset<Row> training, ModelIdentity identity) {
        Dataset<Row> customers = training.drop(TrainingColumns.CUSTOMER_ID);
        PMML pmml = new PMMLBuilder(customers.schema(), fitted.pipeline())
                .verify(customers.limit(VERIFICATION_ROWS), TOLERANCE, TOLERANCE)
                .build();
        name(pmml, identity);
        treatUnknownCategoriesLikeUnseenOnes(pmml);
        fitted.calibration().ifPresent(calibration -> PmmlCalibration.add(pmml, calibration));
        return new Pmml(bytes(pmml));
    }

    private static void name(PMML pmml, ModelIdentity identity) {
        Timestamp timestamp = new Timestamp().addContent(identity.trainedAt().toString());
        pmml.requireHeader()
                .setModelVersion(identity.name())
                .setDescription("Churnwatch: probability that a customer leaves")
                .setTimestamp(timestamp);
    }

    /** Spark's StringIndexer gives null and unseen values one index; its PMML converter mentions the unseen ones only. */
    private static void treatUnknownCategoriesLikeUnseenOnes(PMML pmml) {
        for (MiningField field : pmml.getModels().get(0).requireMiningSchema().getMiningFields()) {
            if (field.getInvalidValueTreatment() == InvalidValueTreatmentMethod.AS_VALUE) {
                field.setMissingValueReplacement(field.getInvalidValueReplacement())
                        .setMissingValueTreatment(MissingValueTreatmentMethod.AS_VALUE);
            }
        }
    }

    private static byte[] bytes(PMML pmml) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new JAXBSerializer().serialize(pmml, bytes);
            return bytes.toByteArray();
        } catch (JAXBException e) {
            throw new IllegalStateException("A document in memory cannot fail to be written", e);
        }
    }

    private PmmlExport() {}
}
