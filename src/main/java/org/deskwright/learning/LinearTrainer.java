package org.deskwright.learning;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.tribuo.CategoricalInfo;
import org.tribuo.Example;
import org.tribuo.ImmutableDataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableOutputInfo;
import org.tribuo.Trainer;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** L2-regularised logistic regression, one category against the rest, by Tribuo's LibLinear. Same data, same model. */
final class LinearTrainer {

    static final LinearType SOLVER = LinearType.L2R_LR_DUAL;
    static final double COST = 30;
    static final int MOST_ITERATIONS = 200;
    static final double PRECISION = 0.1;

    private static final SimpleDataSourceProvenance SOURCE = new SimpleDataSourceProvenance("ticket history",
            OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new LabelFactory());
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        // it tells of every training at INFO; held in a field because the log manager only keeps weak references
        TRIBUO.setLevel(Level.WARNING);
    }

    private LinearTrainer() {
    }

    /** @param labels the category of each bag; at least three different ones */
    static LinearModel train(List<Bag> bags, List<String> labels) {
        if (labels.stream().distinct().count() < 3) {
            throw new IllegalArgumentException("The classifier needs past tickets of at least three categories");
        }
        Vocabulary vocabulary = Vocabulary.of(bags);
        String[] names = new String[vocabulary.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Integer.toString(1_000_000 + i);
        }
        List<Example<Label>> examples = new ArrayList<>();
        MutableOutputInfo<Label> seen = new LabelFactory().generateInfo();
        for (int i = 0; i < bags.size(); i++) {
            FeatureVector vector = vocabulary.vector(bags.get(i));
            if (!vector.isEmpty()) {
                examples.add(example(vector, names, labels.get(i)));
                seen.observe(new Label(labels.get(i)));
            }
        }
        // a mutable data set would count every value of every feature: twice the time and four times the memory
        ImmutableDataset<Label> dataset = new ImmutableDataset<>(examples, SOURCE, new LabelFactory(),
                new ImmutableFeatureMap(Stream.of(names).<VariableInfo>map(CategoricalInfo::new).toList()),
                seen.generateImmutableOutputInfo(), false);
        LibLinearModel<Label> model = new LibLinearClassificationTrainer(new LinearClassificationType(SOLVER), COST,
                MOST_ITERATIONS, PRECISION, Trainer.DEFAULT_SEED).train(dataset);
        return compact(model, vocabulary, names);
    }

    private static ArrayExample<Label> example(FeatureVector vector, String[] names, String label) {
        String[] present = new String[vector.positions().length];
        double[] values = new double[present.length];
        for (int i = 0; i < present.length; i++) {
            present[i] = names[vector.positions()[i]];
            values[i] = vector.values()[i];
        }
        return new ArrayExample<>(new Label(label), present, values);
    }

    /** Tribuo's model without its names and maps: floats, ordered as the vocabulary. */
    private static LinearModel compact(LibLinearModel<Label> model, Vocabulary vocabulary, String[] names) {
        var inner = model.getInnerModels().get(0);
        List<String> categories = new ArrayList<>();
        for (int label : inner.getLabels()) {
            categories.add(model.getOutputIDInfo().getOutput(label).getLabel());
        }
        int width = categories.size();
        double[] learned = inner.getFeatureWeights();
        float[] weights = new float[width * vocabulary.size()];
        ImmutableFeatureMap features = model.getFeatureIDMap();
        for (int position = 0; position < names.length; position++) {
            int id = features.getID(names[position]);
            for (int category = 0; id >= 0 && category < width; category++) {
                weights[position * width + category] = (float) learned[id * width + category];
            }
        }
        // LibLinear keeps the bias behind the last feature
        float[] bias = new float[width];
        for (int category = 0; category < width; category++) {
            bias[category] = (float) learned[features.size() * width + category];
        }
        return new LinearModel(categories, vocabulary, weights, bias);
    }
}
