<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>core</name>
    <message>
        <location filename="../core/base/atomicfile.cpp" line="+34"/>
        <source>The file could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the folder exists, can be written and the disk has room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The name of the file or folder to write is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give it a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/base/sha256.cpp" line="+26"/>
        <source>The SHA-256 of libcrypto could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <location filename="../core/base/textfile.cpp" line="+33"/>
        <location line="+18"/>
        <location filename="../core/slide/refusal.cpp" line="+28"/>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="+42"/>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/base/textfile.cpp" line="-25"/>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="-22"/>
        <source>The file does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="+2"/>
        <source>A file was expected, but this is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>copy what comes out of a pipe or device into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The file holds a NUL byte in line %1; it is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The compressed file is damaged or cut short: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/transcriptome/hdf5dataset.cpp" line="+253"/>
        <location filename="../core/transcriptome/hdf5file.cpp" line="+109"/>
        <location line="+56"/>
        <location line="+37"/>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="-8"/>
        <location filename="../core/transcriptome/parquet/parquetfooter.cpp" line="+20"/>
        <location filename="../core/transcriptome/parquet/parquetschema.cpp" line="+148"/>
        <source>fetch or copy the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The compressed file unpacks to more than %1 times its size, which no such file does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>look at what it holds; a plain text file is read at any size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/base/table.cpp" line="+74"/>
        <source>Line %1 has more than %2 cells, which no such table has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Line %1 is longer than %2 bytes, or a quote in it is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The table reader could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+42"/>
        <source>A quote opened before line %1 is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <location filename="../core/transcriptome/parquet/parquet.cpp" line="+24"/>
        <location filename="../core/transcriptome/positions.cpp" line="+43"/>
        <location filename="../core/transcriptome/xenium.cpp" line="+141"/>
        <source>The table has no column named &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <location filename="../core/transcriptome/xenium.cpp" line="+9"/>
        <source>Line %1 has %2 cells where the header has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The table is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+40"/>
        <source>The file is larger than the %1 bytes such a file may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/evaluate/metrics.cpp" line="+20"/>
        <source>There is no labelled spot to evaluate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the labels belong to this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There are %1 scores but %2 labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give one label for each score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <location filename="../core/evaluate/mixture.cpp" line="+313"/>
        <source>A score is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/evaluate/calibration.cpp" line="+23"/>
        <source>There are %1 logits but %2 labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give one label for each logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A logit is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../core/evaluate/logistic.cpp" line="+34"/>
        <location filename="../core/evaluate/metrics.cpp" line="+4"/>
        <location filename="../core/fusion/familiarity.cpp" line="+169"/>
        <source>The label %1 is neither 0 nor 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Probabilities cannot be calibrated on spots of one class only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hold out a section with both cancer and other tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+143"/>
        <source>The model&apos;s calibration has no usable knots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/evaluate/metrics.cpp" line="+93"/>
        <source>A percentile of no values was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A percentile lies between 0 and 100, not at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The probability %1 does not lie between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/evaluate/mixture.cpp" line="-4"/>
        <source>A mixture of two Gaussians needs at least two values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use another threshold rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/evaluate/threshold.cpp" line="+25"/>
        <source>The scores do not fall into two groups: the two Gaussian components do not cross between their means, so the threshold is the midpoint %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The scores do not fall into two groups: there is no clear valley between the two Gaussian components, so the threshold %1 cuts through one group of spots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The threshold rule &quot;%1&quot; does not name a percentile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write percentile:Q with Q between 0 and 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The threshold rule &quot;%1&quot; is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use auto, gmm, percentile:Q or a probability between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>There are no spots to decide on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There are %1 scores but %2 probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The score of spot number %1 is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>No spot reaches the threshold %1: nothing is marked as cancer in this section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Every spot reaches the threshold %1: the whole section is marked as cancer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>None of the %1 marked spots reaches a probability of 0.5: the threshold divides the section by its own scores, whether there is cancer in it or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/labels.cpp" line="+131"/>
        <source>No row of the labels names a spot of the sample: the table says &quot;%1&quot;, the sample &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+15"/>
        <source>check that labels and sample belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Only %1 of the %2 rows of the labels name one of the sample&apos;s %3 spots; they are those of another section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+78"/>
        <source>None of the positive classes &quot;%1&quot; occurs in the labels; the classes there are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>correct the names of the positive classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The label &quot;%1&quot; is a class name, but no class is said to be positive; the classes are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>name the positive classes, on the command line with --positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The table of labels has a header but no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The spot %1 has two rows with different labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave one row for each spot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>None of the sample&apos;s spots has a label: all are empty or left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the column of labels and the classes that are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>No label is of the positive class &quot;%1&quot;; the classes there are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/overlay.cpp" line="+78"/>
        <source>An overlay picture of %1 pixels cannot be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose between 300 and 20000 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>There are no spots to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/overlaysvg.cpp" line="+200"/>
        <source>%1 of %2 spots are called tumour (probability ≥ %3); regions: %4%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 spots are called tumour (score ≥ %3); regions: %4%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Score within this section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Score within this section (line: threshold)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Tumour region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/png.cpp" line="+33"/>
        <source>The picture could not be drawn: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+55"/>
        <source>The drawing has another size than the picture below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/exchange/results.cpp" line="+24"/>
        <source>The sample has %1 spots, but the detection has %2 scores and %3 probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+68"/>
        <source>Writing the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/detect.cpp" line="+49"/>
        <source>Detecting</source>
        <translation type="unfinished">Auswertung</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/histology/features.cpp" line="+42"/>
        <location filename="../core/phantom/counts.cpp" line="+31"/>
        <location filename="../core/sample/quality.cpp" line="+32"/>
        <location filename="../core/sample/qualityfilter.cpp" line="+62"/>
        <location filename="../core/transcriptome/anndata.cpp" line="+154"/>
        <location filename="../core/transcriptome/anndatamatrix.cpp" line="+171"/>
        <location filename="../core/transcriptome/legacyst.cpp" line="+176"/>
        <location filename="../core/transcriptome/spaceranger.cpp" line="+161"/>
        <location filename="../core/transcriptome/stcounts.cpp" line="+109"/>
        <location filename="../core/transcriptome/tenxhdf5.cpp" line="+98"/>
        <location filename="../core/transcriptome/tenxmtx.cpp" line="+249"/>
        <location filename="../core/transcriptome/xenium.cpp" line="+97"/>
        <source>spots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-15"/>
        <source>The sample has no image; the model used expression alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sample has no expression; the model used the image alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>There is not enough memory for this computation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use a smaller batch or the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The computation failed inside LibTorch: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <location filename="../core/fusion/trainingset.cpp" line="+131"/>
        <source>Preparing expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The sample has neither expression nor an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The sample has no expression, and the model knows nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name its matrix or its image, or use a model trained with images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The model needs the image encoder &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+41"/>
        <source>There is no spot %1; the section has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-67"/>
        <source>The model was trained on the image encoder &quot;%1&quot;, not on &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give the encoder file the model was trained with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+45"/>
        <source>There is no spot to run the model on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The model gave a value that is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the model file with: spacrd model MODEL --check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/device.cpp" line="+150"/>
        <source>The device &quot;%1&quot; cannot be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>use the device cpu or auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no device &quot;%1&quot; on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use auto, cpu or cuda:0 to cuda:%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+44"/>
        <source>CUDA cannot be used: this program was built against a LibTorch without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>CUDA cannot be used: there is no NVIDIA driver on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>CUDA cannot be used: the NVIDIA driver runs CUDA %1 and this program needs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>CUDA cannot be used: the NVIDIA driver shows no graphics card to this program; see nvidia-smi and CUDA_VISIBLE_DEVICES.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>CUDA cannot be used: the NVIDIA driver does not start (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>CUDA cannot be used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>CUDA cannot be used: LibTorch finds no device, although the NVIDIA driver does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&quot;%1&quot; is not the name of a device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use auto, cpu, cuda or cuda:N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>use another device, or cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/modelfile.cpp" line="+74"/>
        <source>The file holds tensors but no SpaCRD model card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use a model file written by this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <location line="+80"/>
        <source>The model lacks the tensor &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-78"/>
        <location line="+80"/>
        <source>Tensor &quot;%1&quot; is %2; the model card asks for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-10"/>
        <source>Tensor &quot;%1&quot; holds a variance below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Checking tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-82"/>
        <source>The model holds an unknown tensor &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-5"/>
        <location line="+69"/>
        <location filename="../core/fusion/safetensors.cpp" line="+33"/>
        <location filename="../core/fusion/untrusted.cpp" line="+94"/>
        <source>the model file is damaged or is not one of ours; fetch it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/cardfields.cpp" line="+22"/>
        <location line="+127"/>
        <source>the file is damaged or was made by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-120"/>
        <source>The model card&apos;s field &quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The model card&apos;s field &quot;%1&quot; has too long a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; is neither true nor false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The model card&apos;s field &quot;%1&quot; is %2, outside %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The model card&apos;s field &quot;%1&quot; holds something else than finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The model card&apos;s field &quot;%1&quot; holds a number outside its range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The model card&apos;s field &quot;%1&quot; is not text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-2"/>
        <source>The model card&apos;s field &quot;%1&quot; is not a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The model card&apos;s field &quot;%1&quot; holds something else than text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The model card&apos;s field &quot;%1&quot; holds too long a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>The model card&apos;s field &quot;%1&quot; holds %2 numbers instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The model card&apos;s field &quot;%1&quot; is not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The model card&apos;s field &quot;%1&quot; holds something else than objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/modelcard.cpp" line="+101"/>
        <source>The model card&apos;s field &quot;%1&quot; is no SHA-256 of 64 small hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The model card&apos;s field &quot;%1&quot; is not the patch&apos;s µm divided by its pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+35"/>
        <source>The model card&apos;s field &quot;%1&quot; is neither temperature nor isotonic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+52"/>
        <source>The model card&apos;s field &quot;%1&quot; is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-48"/>
        <source>The model card&apos;s field &quot;%1&quot; does not rise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The model card&apos;s field &quot;%1&quot; falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The model card&apos;s field &quot;%1&quot; has another length than the encoder&apos;s features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The model card&apos;s field &quot;%1&quot; names a gene twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; has another length than the list of its genes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The model wants the normalisation &quot;%1&quot;; this program does &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; says otherwise than the field &quot;encoder&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+79"/>
        <source>The model card is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The model has format %1; this program reads up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>use a newer version of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-82"/>
        <source>The model was made for %1 neighbours; this program uses %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/safetensors.cpp" line="+198"/>
        <source>There is no such model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>check the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-134"/>
        <source>Tensor &quot;%1&quot; has the type %2; only F32 and F16 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+3"/>
        <source>The description of tensor &quot;%1&quot; is malformed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-24"/>
        <source>Tensor &quot;%1&quot; claims a shape larger than the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-37"/>
        <source>This is a PyTorch file, which could run code; model files are .spacrd files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the help page &quot;Model files&quot; (resources/help/modelfiles.md) shows how to turn one into the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>This is an HDF5 file, not a model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>model files are .spacrd files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Tensor &quot;%1&quot; has an extent that is not a number from 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Tensor &quot;%1&quot; lies outside the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Tensor &quot;%1&quot; has other bytes than its shape needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The tensors overlap or leave gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file is longer or shorter than its tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The model file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+7"/>
        <source>The model file is cut short, or is not a safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-5"/>
        <location line="+58"/>
        <source>The header of the model file is longer than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-23"/>
        <source>Tensor &quot;%1&quot; holds %2, too large for half precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write the model in full precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>This is a folder, not a model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>name a .spacrd file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The model file cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that it is a file, that its links lead to one, and that you may read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The header of the model file is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-111"/>
        <source>The metadata of the model file is not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+147"/>
        <source>Tensor &quot;%1&quot; cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-93"/>
        <location line="+95"/>
        <source>Tensor &quot;%1&quot; holds a value that is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+25"/>
        <source>The model file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/phantom/gziptext.h" line="+48"/>
        <location filename="../core/phantom/picture.cpp" line="+61"/>
        <location filename="../core/phantom/slidewriter.cpp" line="+71"/>
        <location line="+112"/>
        <location filename="../core/phantom/tenxwriter.cpp" line="+37"/>
        <source>check that the disk has room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/train.cpp" line="+372"/>
        <source>The loss of epoch %1 is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use a lower learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-179"/>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-89"/>
        <source>Went on from the checkpoint after epoch %1 of stage %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+154"/>
        <source>Training: aligning image and expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+39"/>
        <source>Training: fusion and classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The loss of epoch %1 is not a finite number; the model is that of epoch %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+40"/>
        <source>Stopped after epoch %1; epoch %2 had the best validation AUC, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+93"/>
        <source>Training needs at least one section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-43"/>
        <source>The labels of the validation sections do not bear the model out; its probability is not calibrated on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/trainingset.cpp" line="-112"/>
        <source>There is not one label for every spot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Training needs spots of both classes; the labels give %1 cancer and %2 other spots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>check the labels and the names of the positive classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/histology/featurefile.cpp" line="+23"/>
        <location line="+15"/>
        <source>The features could not be written as HDF5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/histology/features.cpp" line="+0"/>
        <source>Encoding image patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/histology/patch.cpp" line="+10"/>
        <source>The sample has no image to take features from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name its slide with --slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The size of a pixel in µm is not known, so patches cannot be cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>import the image with its µm per pixel: spacrd import --mpp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/histology/torchscriptencoder.cpp" line="+27"/>
        <source>The encoder is not a TorchScript module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>save it with torch.jit.script or torch.jit.trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+43"/>
        <source>The encoder failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The encoder does not give one row of features per patch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it must map (B, 3, 224, 224) to (B, D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The encoder gave a value that is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>There is no such encoder file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use builtin, or name a TorchScript file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/phantom/counts.cpp" line="+0"/>
        <source>Writing counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/phantom/layout.cpp" line="+23"/>
        <source>choose a number in that range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The width and height of a phantom must be between %1 and %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The number of spots of a phantom must be between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The number of genes of a phantom must be between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The tumour fraction of a phantom must be between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The batch effect of a phantom must be between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 spots need a picture of %2 pixels a side, and %3 are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>name a width and height as well, so that the pixels become larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 spots in a picture of %2 by %3 pixels would make a pixel %4 µm wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>choose a size that gives pixels of 0.1 to 20 µm, or leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/phantom/phantom.cpp" line="+59"/>
        <source>Planning the section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The picture is too small to hold a spot in tissue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a larger width and height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/phantom/picture.cpp" line="-1"/>
        <source>The picture could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/phantom/slidewriter.cpp" line="-113"/>
        <source>The slide&apos;s lower levels could not be stored: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+112"/>
        <source>The slide could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Painting the slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <location filename="../core/sample/focusmap.cpp" line="+56"/>
        <location filename="../core/sample/tissuemap.cpp" line="+198"/>
        <location filename="../core/slide/cache.cpp" line="+191"/>
        <location filename="../core/slide/import.cpp" line="+54"/>
        <location line="+37"/>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/phantom/tenxwriter.cpp" line="-1"/>
        <source>The count matrix could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/preprocess/expression.cpp" line="+112"/>
        <source>The sections have no gene in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that all of them name their genes the same way, by symbol or Ensembl id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/region/geos.cpp" line="+11"/>
        <source>The geometry library GEOS could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The regions could not be computed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/region/lattice.cpp" line="+146"/>
        <location filename="../core/region/voronoicells.cpp" line="+48"/>
        <source>The size of the spots is not known, so no region can be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/region/voronoicells.cpp" line="+1"/>
        <source>give the scale factors of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+115"/>
        <location filename="../core/region/voronoicells.cpp" line="+115"/>
        <source>The position of spot %1 is not a pixel of any image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/region/region.cpp" line="+136"/>
        <source>The section has %1 spots, but there are %2 classes, %3 scores and %4 probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The class %1 is neither 0 nor 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/join.cpp" line="+46"/>
        <source>if the image is the reduced copy of Space Ranger, say --slide-scale %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>if the image is a reduced copy, give its pixels per full-resolution pixel with --slide-scale; it is at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>There is no way named &quot;%1&quot; to align this section and slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>there are suggested, rotate-90, rotate-180, rotate-270, flip-x, flip-y, transpose, transverse, and those that a warning names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>check that the slide and the spots belong to the same section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>they lie on its tissue with --align %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Only %1 of %2 spots lie on the image of %3 × %4 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+47"/>
        <source>No gene has a count in any spot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All %1 spots lie at one place, so the positions are not those of a section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The image that came with the data (%1) cannot be used, so the expression is used alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+33"/>
        <source>No image was found beside the data, so the expression is used alone; name the section&apos;s slide with --slide.</source>
        <translation>Neben den Daten wurde kein Bild gefunden, deshalb wird nur die Expression benutzt; nennen Sie den Schnitt der Probe mit --slide.</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>The sample has no slide to align its spots with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/proof.cpp" line="+31"/>
        <source>%1 of %2 spots lie outside the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1 % of the spots lie where the image shows no tissue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The slide says %1 µm per pixel, the distance of the spots %2; check that they belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/join.cpp" line="-96"/>
        <source>The spots have no pixel positions, so they cannot be placed on a slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a table of spots with pixel_x and pixel_y, or leave the slide out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/alignment.cpp" line="+12"/>
        <source>The scale of the slide (--slide-scale) must be greater than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The six numbers of the alignment do not make a map that can be followed both ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>they must be finite, and stretch no direction more than a thousandfold against another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/join.cpp" line="+82"/>
        <source>The image is a reduced copy (%1 of the full resolution); name the full-resolution slide to see and use more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/samplefile.cpp" line="+34"/>
        <source>The value of &quot;%1&quot; in the sample file is not the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file that the sample file names under &quot;%1&quot; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The sample file has a key &quot;%1&quot; that is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The value of &quot;alignment&quot; in the sample file is not a list of six numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The sample file is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The sample file does not name the counts (key &quot;counts&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The value of &quot;library&quot; in the sample file is not the name of a section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The value of &quot;slide_scale&quot; in the sample file is not a number greater than zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The value of &quot;slide_scale&quot; in the sample file is %1, outside %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The sample file has both &quot;slide_scale&quot; and &quot;alignment&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave one of them out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/cache.cpp" line="-147"/>
        <source>There is no folder for the cache: HOME is not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name a folder in the environment variable SPACRD_CACHE_DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The cache folder cannot be made: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name another folder in the environment variable SPACRD_CACHE_DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+34"/>
        <source>The file cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/slide/refusal.cpp" line="+1"/>
        <source>check that you have permission to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/import.cpp" line="-67"/>
        <source>The image cannot be converted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>save it again as RGB with 8 bits a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Decoding the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+40"/>
        <source>The image cannot be decoded: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-39"/>
        <source>the file is damaged, or the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/cache.cpp" line="+97"/>
        <location filename="../core/slide/import.cpp" line="+30"/>
        <source>Writing the pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/import.cpp" line="+10"/>
        <location filename="../core/slide/openslidesource.cpp" line="+152"/>
        <location filename="../core/slide/slideinfo.cpp" line="+60"/>
        <source>the file is damaged; copy it again from where it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <location filename="../core/slide/pyramidwriter.cpp" line="+212"/>
        <source>%1 µm per pixel cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/slide/pyramidwriter.cpp" line="+1"/>
        <source>give a number from 0.01 to 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The image would be overwritten by its own pyramid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another name for the pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/openslidesource.cpp" line="-117"/>
        <source>OpenSlide cannot open this slide: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file is damaged or of a variant that is not supported; convert it to a pyramidal TIFF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/pastedimage.cpp" line="+19"/>
        <source>A picture of %1 × %2 pixels is too large to be read at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>read it from a coarser level or in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/openslidesource.cpp" line="+41"/>
        <source>The slide&apos;s file has changed since it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>A part of the slide cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/jpegtiffsource.cpp" line="+211"/>
        <source>A part of the slide cannot be read: its JPEG data are corrupt.</source>
        <translation>Ein Teil des Schnitts ist nicht lesbar: seine JPEG-Daten sind beschädigt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/slide/openslidesource.cpp" line="+1"/>
        <source>the file is damaged there; copy it again from where it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/openslidesource.cpp" line="+7"/>
        <source>The slide has no level %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>levels count from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>The slide holds no image named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>see the slide&apos;s properties for those it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The slide&apos;s image named %1 has a size that cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/plainimage.cpp" line="+43"/>
        <source>The image says it has %1 × %2 pixels, which is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>at most 200000 pixels a side and 20000 million pixels are imported; the file may be damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The image is interlaced or progressive and too large for that: %1 × %2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>save it again without interlacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The image&apos;s colours are not grey or RGB but those of printing (CMYK or Lab).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+4"/>
        <source>save it as RGB with 8 bits a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-1"/>
        <source>The image has %1 bits a channel; only 8 are imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The image has %1 channels; only grey and RGB images are imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+20"/>
        <source>export it as an RGB picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-3"/>
        <source>The image has several channels on %1 pages, as fluorescence images do; only grey and RGB images are imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The file holds %1 pages with several pictures of the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>save the one that is wanted as a file of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>This is not a JPEG, PNG or TIFF image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>save it as one of these first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file is cut short: it ends before the list of its images.</source>
        <translation>Die Datei ist unvollständig: sie endet vor dem Verzeichnis ihrer Bilder.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The image cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file is damaged or of a variant that is not supported; save it again as RGB with 8 bits a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/pyramidwriter.cpp" line="-76"/>
        <source>The pyramid could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the folder can be written and the disk has room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+49"/>
        <source>A tile could not be compressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs to free memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>A pyramid of %1 × %2 pixels cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>each side may have 1 to 1000000 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The pyramid lacks rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>report this as a fault of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/refusal.cpp" line="-9"/>
        <source>There is no such file.</source>
        <translation type="unfinished">Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the name and that its disk is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is a folder, not an image file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name the image file inside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/base/textfile.cpp" line="-42"/>
        <location filename="../core/slide/refusal.cpp" line="+2"/>
        <source>This is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/refusal.cpp" line="+0"/>
        <source>name an image file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/plainimage.cpp" line="-4"/>
        <location filename="../core/slide/refusal.cpp" line="+0"/>
        <source>copy it again from where it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/refusal.cpp" line="+21"/>
        <source>This is a DICOM file; reading it needs OpenSlide 4, and this is OpenSlide %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>convert it to a pyramidal TIFF, or install OpenSlide 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is a plain image, not a whole-slide image with levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>import it first: spacrd import IMAGE -o SLIDE.tif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is not a slide of a format that OpenSlide reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>readable are Aperio, Hamamatsu, Leica, MIRAX, Philips, Sakura, Trestle, Ventana and tiled TIFF slides, and JPEG, PNG and TIFF pictures; convert any other image to TIFF</source>
        <translation>lesbar sind Schnitte von Aperio, Hamamatsu, Leica, MIRAX, Philips, Sakura, Trestle, Ventana und gekachelte TIFFs sowie JPEG-, PNG- und TIFF-Bilder; wandeln Sie jedes andere Bild in TIFF um</translation>
    </message>
    <message>
        <location filename="../core/slide/scaled.cpp" line="+191"/>
        <source>The part of the slide to be read is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a part of at least one pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A picture of %1 × %2 pixels is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a smaller size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/slideinfo.cpp" line="-1"/>
        <source>Level %1 of the slide has no size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The slide holds no image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>choose another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+31"/>
        <source>This TIFF is narrower than its tiles, and OpenSlide 3 reads such pixels in a wrong order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>import it as a plain image: spacrd import IMAGE -o SLIDE.tif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/slide/vips.cpp" line="+26"/>
        <source>The image library libvips did not start: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reinstall the package libvips42</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/cells.cpp" line="+31"/>
        <source>Line %1, column &quot;%2&quot;: &quot;%3&quot; is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../core/transcriptome/positions.cpp" line="+35"/>
        <source>write decimals with a point, not a comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Line %1, column &quot;%2&quot;: the number %3 is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Line %1, column &quot;%2&quot;: %3 is neither 0 nor 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/countrows.cpp" line="+28"/>
        <source>The matrix has more genes than this program can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>A count is %1; counts must be zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <location filename="../core/transcriptome/sparsecounts.cpp" line="+62"/>
        <source>The matrix has more counts than this program can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-9"/>
        <source>Spot %1 has two counts for gene %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The matrix has more spots than this program can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+31"/>
        <source>The matrix holds no feature of the type &quot;Gene Expression&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>A barcode is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../core/transcriptome/positions.cpp" line="-19"/>
        <source>The barcode &quot;%1&quot; appears twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5file.cpp" line="-38"/>
        <source>The file is not an HDF5 file, or it is damaged or cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>The group &quot;%1&quot; cannot be read; the file is damaged or cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+42"/>
        <source>The dataset &quot;%1&quot; holds values of a kind that is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The HDF5 file has no dataset &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5dataset.cpp" line="-164"/>
        <location line="+64"/>
        <source>The dataset &quot;%1&quot; has %2 dimensions where one was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-79"/>
        <location filename="../core/transcriptome/hdf5file.cpp" line="-7"/>
        <source>The dataset &quot;%1&quot; is kept in another file, which is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+36"/>
        <source>The dataset &quot;%1&quot; claims %2 values, more than the file holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the file is damaged or cut short; fetch or copy it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The dataset &quot;%1&quot; is compressed with the HDF5 filter %2, which is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>write the file again with gzip compression (h5repack -f GZIP=6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The dataset &quot;%1&quot; is kept in chunks of %2 values, more than the file holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The dataset &quot;%1&quot; has %2 dimensions where %3 were expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The dataset &quot;%1&quot; does not hold numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The dataset &quot;%1&quot; does not hold whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <location filename="../core/transcriptome/hdf5datasettexts.cpp" line="+53"/>
        <source>There is not enough memory to read the dataset &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5datasettexts.cpp" line="-9"/>
        <source>The dataset &quot;%1&quot; does not hold text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+112"/>
        <source>A text of the dataset &quot;%1&quot; is too long to be a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5dataset.cpp" line="+76"/>
        <location filename="../core/transcriptome/hdf5file.cpp" line="-137"/>
        <source>The dataset &quot;%1&quot; cannot be read; the file is damaged or cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/legacyst.cpp" line="-120"/>
        <source>The folder holds the counts of several samples (&quot;%1&quot;, &quot;%2&quot;, …).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+68"/>
        <source>The table of spots has no pixel positions (pixel_x, pixel_y); the spots are laid out on their array, 200 µm apart, and no image is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+45"/>
        <source>No table of spot positions (spots.tsv) was found beside the counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name it with --spots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndataobs.cpp" line="+124"/>
        <source>The file holds %1 sections (&quot;%2&quot;, …), but no column of obs says which spot belongs to which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>write the names of the sections into obs[&apos;library_id&apos;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-98"/>
        <source>The file holds %1 sections: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name one of them with --library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+33"/>
        <source>The positions &quot;%1&quot; are %2 × %3 numbers where %4 × 2 were expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+81"/>
        <source>The AnnData file has no positions of its spots (obsm/spatial).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write x and y in full-resolution pixels into obsm[&apos;spatial&apos;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndata.cpp" line="-89"/>
        <source>The image in the file (%1) has no scale factor (tissue_%1_scalef), so it is not used; write it, or name the slide with --slide.</source>
        <translation>Das Bild in der Datei (%1) hat keinen Skalenfaktor (tissue_%1_scalef) und wird deshalb nicht benutzt; schreiben Sie ihn oder nennen Sie den Schnitt mit --slide.</translation>
    </message>
    <message>
        <location line="+89"/>
        <location filename="../core/transcriptome/legacyst.cpp" line="+6"/>
        <location filename="../core/transcriptome/spaceranger.cpp" line="+0"/>
        <location filename="../core/transcriptome/xenium.cpp" line="+0"/>
        <source>Reading spot positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/linereader.cpp" line="+52"/>
        <source>Line %1 is too long for such a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/positions.cpp" line="+17"/>
        <source>Line %1 has %2 cells where a table of spot positions has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>The Parquet column &quot;%1&quot; does not hold text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The Parquet column &quot;%1&quot; does not hold numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <location line="+10"/>
        <source>Row %1, column &quot;%2&quot;: there is no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Row %1, column &quot;%2&quot;: the number %3 is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Row %1, column &quot;%2&quot;: %3 is neither 0 nor 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+41"/>
        <source>The table of spot positions is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/scalefactors.cpp" line="+34"/>
        <source>The scale factor &quot;%1&quot; is not a positive number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scale factor &quot;%1&quot; is %2, outside %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The scale factors are not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/section.cpp" line="+84"/>
        <source>The sample does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The folder cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>This folder is no sample, but holds some: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is not a sample by itself, but lies in the folder of one.</source>
        <translation>Das ist für sich keine Probe, liegt aber im Ordner einer Probe.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is not a spatial-transcriptomics sample that this program knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open a Space Ranger &quot;outs&quot; folder, a Xenium folder, an .h5ad, a 10x .h5 file, or a legacy-ST table of counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>There is no section &quot;%1&quot; here; there is only one, without a name.</source>
        <translation>Hier gibt es keine Probe „%1“; es gibt nur eine, ohne Namen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave the name of the section out</source>
        <translation>lassen Sie den Namen der Probe weg</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no section &quot;%1&quot;; there are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/scaleofspots.cpp" line="+104"/>
        <source>The scale factors say %1 µm per pixel, the distance of the spots %2; the spots are believed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/spaceranger.cpp" line="-127"/>
        <source>The folder has no expression matrix (filtered_feature_bc_matrix.h5 or the folder of that name).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open Space Ranger&apos;s &quot;outs&quot; folder, or the .h5 file itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No table of spot positions (spatial/tissue_positions.csv) was found beside the matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/transcriptome/xenium.cpp" line="-2"/>
        <source>name it with --positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>None of the %1 spots of the table lies in tissue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>No expression matrix (filtered_feature_bc_matrix.h5 or the folder of that name) was found; only spots and image can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+110"/>
        <source>No scalefactors_json.json was found; the spots&apos; size comes from their distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-102"/>
        <source>Only the raw matrix was found; of it the spots in tissue are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/spacerangerfiles.cpp" line="+50"/>
        <source>The folder holds the matrices of several samples (&quot;%1&quot;, &quot;%2&quot;, …).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/legacyst.cpp" line="-118"/>
        <location filename="../core/transcriptome/spacerangerfiles.cpp" line="+2"/>
        <source>open one of them by its own name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndataobs.cpp" line="-6"/>
        <location filename="../core/transcriptome/spotjoin.cpp" line="+134"/>
        <source>The matrix of counts holds no spot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/spotjoin.cpp" line="+2"/>
        <source>None of the %1 spots of the matrix (&quot;%2&quot;, …) has a position in this table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>check that the two belong to the same section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>None of the %1 spots of the matrix lies in tissue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Of %1 spots of the matrix only %2 have a position in tissue; check that matrix and positions are of the same section.</source>
        <translation>Von %1 Spots der Matrix haben nur %2 einen Ort im Gewebe; prüfen Sie, ob Matrix und Positionen zur selben Probe gehören.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 spots of the matrix have no position (&quot;%2&quot;, …) and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 spots outside the tissue are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/stcounts.cpp" line="-64"/>
        <source>The table of counts holds no spot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Column %1 of the table of counts has no gene&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The table of counts has no column of a gene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The table of counts has a column for each spot; a row for each spot is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>turn the table&apos;s rows into columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Line %1 has %2 counts where the header names %3 genes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Line %1, column &quot;%2&quot;: the count is %3; counts must be zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndatamatrix.cpp" line="-100"/>
        <source>The matrix X does not hold whole counts; those of raw/X are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file holds no matrix (X); only spots and image can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The matrix X holds no whole counts, so it seems to be normalised already; the model needs raw counts, which AnnData keeps in layers/counts or in raw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+69"/>
        <source>The matrix &quot;%1&quot; is stored as &quot;%2&quot;, which is neither csr_matrix nor csc_matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The shape of the matrix &quot;%1&quot; is not two numbers of zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../core/transcriptome/sparsecounts.cpp" line="+188"/>
        <source>The matrix &quot;%1&quot; is %2 × %3, but the file lists %4 spots and %5 features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <location filename="../core/transcriptome/stcounts.cpp" line="+20"/>
        <location filename="../core/transcriptome/tenxhdf5.cpp" line="+0"/>
        <location filename="../core/transcriptome/tenxmtx.cpp" line="+0"/>
        <source>Reading counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/stspots.cpp" line="+78"/>
        <source>Line %1: the spot %2 appears twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The table of spots is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/tenxhdf5.cpp" line="-58"/>
        <source>The HDF5 file has no group &quot;matrix&quot;, so it is not a 10x feature-barcode matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The matrix holds %1 genomes; only files with one genome are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The lists of feature ids, names and types of the matrix differ in length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The shape of the matrix is not two numbers of zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The matrix says %1 × %2, but the file lists %3 features and %4 barcodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/sparsecounts.cpp" line="-223"/>
        <source>The row pointers (indptr) have %1 entries where %2 barcodes need %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The column pointers (indptr) have %1 entries where %2 features need %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The row pointers (indptr) of the matrix do not ascend from 0 to the number of its counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The matrix has %1 counts but %2 indices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>There is not enough memory for the matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs, or open a coarser version of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>A count belongs to feature %1, but the matrix has %2 features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+114"/>
        <source>A count belongs to spot %1, but the matrix has %2 spots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/tenxmtx.cpp" line="-193"/>
        <source>The folder has no file &quot;matrix.mtx&quot; (nor &quot;matrix.mtx.gz&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The folder holds the matrices of several samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>put each sample into a folder of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The folder has no file &quot;%1&quot; (nor &quot;%1.gz&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The file lists more than the %1 features that the matrix announces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The file does not begin with &quot;%%MatrixMarket&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+45"/>
        <source>The matrix is not of the kind &quot;matrix coordinate integer general&quot; that 10x programs write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-30"/>
        <source>The matrix ends before its size line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The matrix holds more than the %1 entries it announces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The matrix ends after %1 of %2 entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the file was cut short; fetch or copy it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Line %1 names entry (%2, %3) of a matrix of %4 × %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The count in line %1 is %2; counts must be zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Line %1 of the matrix is not three numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+36"/>
        <source>The folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The matrix says %1 × %2, but the folder lists %3 features and %4 barcodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The matrix announces %1 entries, more than its %2 × %3 cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../widgets/layers/spotvaluelayer.cpp" line="+60"/>
        <source>There are %1 values for %2 spots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/cancellation.cpp" line="+64"/>
        <source>The program could not prepare for being cancelled: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/detect.cpp" line="+70"/>
        <location filename="../app/cli/finetune.cpp" line="+50"/>
        <source>The model needs the image encoder %1 it was trained with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name its TorchScript file with --encoder, or use --no-slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/encoders.cpp" line="+61"/>
        <source>There is no encoder file of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name builtin or a TorchScript file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The encoder&apos;s SHA-256 is %1 and not the one you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The encoder is not trusted yet; its SHA-256 is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a TorchScript file can run code; if you trust it, add --trust-encoder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/evaluate.cpp" line="+33"/>
        <source>The column %1 holds %2, which is not a number, in data row %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The probability in data row %1 lies outside 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The table holds no scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/main.cpp" line="+143"/>
        <source>The result could not be written to the standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/studio/openanything.cpp" line="+33"/>
        <source>There is no such file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/studio/realengine.cpp" line="+79"/>
        <source>Reading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/studio/worker.cpp" line="+16"/>
        <source>There is not enough memory for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs, or open a smaller section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Something unexpected went wrong: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/evaluate/logistic.cpp" line="-9"/>
        <location filename="../core/fusion/familiarity.cpp" line="+114"/>
        <source>There are %1 rows of features but %2 labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The inverse regularisation %1 of a logistic regression is not above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>A logistic regression cannot be fitted to spots of one class only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give sections with both cancer and other tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../core/fusion/familiarity.cpp" line="+4"/>
        <source>A feature is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+178"/>
        <source>The logistic regression takes %1 features, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Fitting the logistic regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/checkpoint.cpp" line="+94"/>
        <source>The file is no checkpoint of a training, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>delete it and start the training again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The checkpoint belongs to a training with other sections, labels or options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give the options it was started with, or delete it and start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/familiarity.cpp" line="-137"/>
        <source>What a model knows cannot be measured on spots of one class only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+48"/>
        <source>The model&apos;s card describes another latent space than the model has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Only %1 of the model&apos;s %2 genes are in this sample; its result cannot be relied on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of the model&apos;s %2 genes are in this sample; the others count as not expressed, which makes the result less certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>At %1 % of the spots the image looks unlike those the model was trained on (another stain, scanner, magnification or tissue); its result may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>At %1 % of the spots the tissue is like neither the cancer nor the healthy tissue the model was trained on; its result may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 of %2 spots reach a probability of 0.5: either the section is cancer throughout, or the model does not know such tissue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>No cancer is expected here: no spot reaches a probability of 0.5. The score still runs from 0 to 1, because it is scaled within the section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Little or no cancer is expected here: only %1 of %2 spots reach a probability of 0.5. The score still runs from 0 to 1, because it is scaled within the section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The model&apos;s card describes %1 image features, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>There are %1 rows of features but %2 probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>More of the model&apos;s genes are missing than it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/heldout.cpp" line="+24"/>
        <source>Fitting the logistic regression beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/shrinkingbatch.cpp" line="+25"/>
        <source>The graphics card has too little memory; its batch was halved to %1 spots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is too little memory; the batch was halved to %1 spots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The graphics card has too little memory even for %1 spots at once; the processor took over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fusion/untrusted.cpp" line="-51"/>
        <source>The JSON in the model file has an object of more than %1 members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The JSON in the model file names &quot;%1&quot; twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The JSON in the model file has more than %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The JSON in the model file is nested deeper than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/sample.cpp" line="+35"/>
        <source>use the expression alone with --no-slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1; or use the expression alone with --no-slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+36"/>
        <source>The image beside the data (%1) cannot be opened, so the smaller one (%2) is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The image beside the data (%1) cannot be opened, so the expression is used alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>No image is used. The folder has %1; if that is this section&apos;s, name it with --slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No image is used. The folder has %1 images (%2, …); name this section&apos;s with --slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+57"/>
        <source>The sample has neither an expression matrix nor an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name its slide with --slide, or open the folder that holds the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/bench.cpp" line="+73"/>
        <source>This build has no benchmarks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>build it where Google Benchmark is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/cli/finetune.cpp" line="+1"/>
        <source>name its TorchScript file with --encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/phantom/gziptext.h" line="-1"/>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/focusmap.cpp" line="+0"/>
        <source>Looking at how sharp the slide is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/hypotheses.cpp" line="+96"/>
        <source>Turn the spots by 90° clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turn the spots by 180°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turn the spots by 90° anticlockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirror the spots left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirror the spots top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exchange x and y of the spots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exchange x and y of the spots and turn them by 180°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+55"/>
        <source>The spots seem to be given in pixels of Space Ranger&apos;s hires image, not of the full resolution; --align %1 puts them right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The spots seem to be given in pixels of Space Ranger&apos;s lowres image, not of the full resolution; --align %1 puts them right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The spots fit the image by Space Ranger&apos;s hires scale factor, not by the one it is taken for; --align %1 puts them right.</source>
        <translation>Die Spots passen mit dem Hires-Faktor von Space Ranger auf das Bild, nicht mit dem angenommenen; --align %1 rückt sie zurecht.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The spots fit the image by Space Ranger&apos;s lowres scale factor, not by the one it is taken for; --align %1 puts them right.</source>
        <translation>Die Spots passen mit dem Lowres-Faktor von Space Ranger auf das Bild, nicht mit dem angenommenen; --align %1 rückt sie zurecht.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The image seems to be the one of full resolution, but is taken for a reduced copy; --align %1 puts the spots right.</source>
        <translation>Das Bild scheint das in voller Auflösung zu sein, gilt aber als verkleinerte Kopie; --align %1 rückt die Spots zurecht.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The spots fit the image only when scaled by %1, as the size of the image and the lowres scale factor ask for; --align %2 puts them right.</source>
        <translation>Die Spots passen nur mit %1 skaliert auf das Bild, wie es Bildgröße und Lowres-Faktor verlangen; --align %2 rückt sie zurecht.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The spots fit the image only when scaled by %1, as their distance and the slide&apos;s µm per pixel ask for; --align %2 puts them right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The spots seem to be turned or mirrored against the image; --align %1 puts them right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The spots seem to be measured from the corner of the scanned part, not of the whole slide; --align %1 puts them right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Put the spots right by &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Scale the spots by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Measure the spots from the corner of the scanned part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/imagestate.cpp" line="+117"/>
        <source>The slide has no reduced level, so that looking at all of it would take long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/landmarks.cpp" line="+35"/>
        <source>The landmarks lie on one line, so they do not tell how the spots lie on the slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mark places that are far apart in both directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+43"/>
        <source>%1 pairs of landmarks are too few to align by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mark at least three places on the spots and on the slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>A landmark has a coordinate that is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/picturefindings.cpp" line="+69"/>
        <source>The image shows no tissue, so nothing tells whether the spots lie right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+42"/>
        <source>Neither the outline of the tissue nor the expression fits the image well, wherever the spots are put; check that it is the image of this section, and its scale.</source>
        <translation>Weder der Umriss des Gewebes noch die Expression passt gut zum Bild, wohin man die Spots auch legt; prüfen Sie, ob es das Bild dieser Probe ist, und seinen Maßstab.</translation>
    </message>
    <message>
        <location line="+116"/>
        <source>The spots do not fit the image at this scale, nor at one that the files name; give its pixels per full-resolution pixel with --slide-scale, or align it by landmarks.</source>
        <translation>Die Spots passen weder in diesem Maßstab auf das Bild noch in einem, den die Dateien nennen; geben Sie seine Pixel je Pixel voller Auflösung mit --slide-scale an oder richten Sie es mit Passpunkten aus.</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The spots do not seem to lie right on the image; &quot;%1&quot; and &quot;%2&quot; would both be better, and nothing decides between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+51"/>
        <source>The spots seem to be shifted against the image, or it is that of another section; they fit better when moved by about %1 of its pixels in x and %2 in y (--align shift).</source>
        <translation>Die Spots scheinen gegen das Bild verschoben zu sein, oder es ist das einer anderen Probe; sie passen besser, wenn man sie um etwa %1 seiner Pixel in x und %2 in y verschiebt (--align shift).</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Move the spots by %1, %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/quality.cpp" line="+0"/>
        <source>Counting molecules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/qualityfilter.cpp" line="-2"/>
        <source>The section has no spot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Leaving out spots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Quality control would leave no spot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>lower the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Quality control left out %1 of %2 spots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/sample/tissuemap.cpp" line="+0"/>
        <source>Looking at the slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndataframe.cpp" line="+18"/>
        <source>The table &quot;%1&quot; is stored as AnnData before 0.7 did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>read and write the file once with a newer anndata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The AnnData file has no table &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+57"/>
        <source>The column &quot;%1&quot; names category %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+67"/>
        <source>The column &quot;%1&quot; has %2 rows where the table has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/embeddedimage.cpp" line="+31"/>
        <source>The dataset &quot;%1&quot; is not a picture of one, three or four channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5output.cpp" line="+99"/>
        <source>The HDF5 file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the disk has room and that you may write there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquet.cpp" line="+2"/>
        <source>The Parquet table has two columns named &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Parquet column &quot;%1&quot; is of a type that this version does not read (nested, repeated, decimal or INT96).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The Parquet column &quot;%1&quot; has texts of an impossible length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>There is not enough memory to read the Parquet table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetbits.cpp" line="+12"/>
        <location filename="../core/transcriptome/parquet/parquetdelta.cpp" line="+35"/>
        <location line="+10"/>
        <location line="+10"/>
        <location filename="../core/transcriptome/parquet/parquetfixed.h" line="+41"/>
        <location line="+28"/>
        <location filename="../core/transcriptome/parquet/parquetpages.cpp" line="+97"/>
        <location filename="../core/transcriptome/parquet/parquettexts.cpp" line="+17"/>
        <location filename="../core/transcriptome/parquet/parquetvalues.cpp" line="+16"/>
        <source>A page of the Parquet column &quot;%1&quot; ends before its values do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <location filename="../core/transcriptome/parquet/parquetdelta.cpp" line="-13"/>
        <source>A page of the Parquet column &quot;%1&quot; holds a number of more than 64 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>A run in the Parquet column &quot;%1&quot; is longer than the format allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetchunk.cpp" line="+44"/>
        <source>A row group has another column than the schema where &quot;%1&quot; of the Parquet table should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Parquet column &quot;%1&quot; has %2 values in a row group of %3 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+50"/>
        <source>The Parquet column &quot;%1&quot; has more values than the table has rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The dictionary of the Parquet column &quot;%1&quot; is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>A value of the Parquet column &quot;%1&quot; is neither there nor null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The Parquet column &quot;%1&quot; holds a number beyond 9223372036854775807.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetcodecs.cpp" line="+90"/>
        <source>The Parquet column &quot;%1&quot; is compressed with %2, which this version does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>write the table with snappy, gzip, zstd or without compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>A page of the Parquet column &quot;%1&quot; claims to hold %2 bytes in %3, more than it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>A compressed page of the Parquet column &quot;%1&quot; is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetdelta.cpp" line="-16"/>
        <source>The Parquet column &quot;%1&quot; has blocks of differences of an impossible size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="+41"/>
        <source>The Parquet table is cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetfooter.cpp" line="+4"/>
        <source>The Parquet table&apos;s footer lacks the field &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+104"/>
        <source>A row group of the Parquet table has %1 columns where its schema has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The Parquet table&apos;s field &quot;num_rows&quot; says %1, its row groups say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+59"/>
        <source>The Parquet table is encrypted, which this version does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file is not a Parquet table, or it is cut short: &quot;PAR1&quot; does not stand at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The Parquet table&apos;s footer claims %1 bytes, more than the file holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The Parquet table&apos;s footer, which describes its columns, is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetpageheader.cpp" line="+148"/>
        <source>A page of the Parquet column &quot;%1&quot; claims %2 bytes, more than its place holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>A page header of the Parquet column &quot;%1&quot; is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetpages.cpp" line="-75"/>
        <source>A page of the Parquet column &quot;%1&quot; differs from its checksum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>A page of the Parquet column &quot;%1&quot; claims %2 bytes for %3 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The Parquet column &quot;%1&quot; is encrypted, which this version does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Parquet column &quot;%1&quot; is kept in another file, which is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The Parquet column &quot;%1&quot; has %2 bytes from %3 on, which do not lie in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The Parquet column &quot;%1&quot; has fewer values than the table has rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The nulls of the Parquet column &quot;%1&quot; are marked in a way (encoding %2) that this version does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetschema.cpp" line="-26"/>
        <source>The Parquet column &quot;%1&quot; has a type that this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Parquet column &quot;%1&quot; is neither required, optional nor repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Parquet column &quot;%1&quot; has neither a type nor columns below it, or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The Parquet table&apos;s schema is damaged: a group has not as many columns as it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquettexts.cpp" line="+6"/>
        <source>A text of the Parquet column &quot;%1&quot; claims %2 bytes, more than its page holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+98"/>
        <source>A text of the Parquet column &quot;%1&quot; shares more with the one before than that has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The texts of the Parquet column &quot;%1&quot; are longer than this version reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetvalues.cpp" line="+59"/>
        <source>A truth value of the Parquet column &quot;%1&quot; is neither 0 nor 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+49"/>
        <source>A value of the Parquet column &quot;%1&quot; is number %2 of a dictionary that has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The indices of the Parquet column &quot;%1&quot; have more than 32 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+83"/>
        <source>The Parquet column &quot;%1&quot; refers to a dictionary that it does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The values of the Parquet column &quot;%1&quot; are written in a way (encoding %2) that this version does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>write the table again without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/seenbarcodes.cpp" line="+15"/>
        <source>Line %1: the barcode is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Line %1: the barcode &quot;%2&quot; appears twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/xenium.cpp" line="-169"/>
        <source>The description of the Xenium run is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The description of the Xenium run has no &quot;pixel_size&quot; of 0.01 to 20 µm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Row %1: the cell &quot;%2&quot; appears twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Row %1: the position of the cell &quot;%2&quot; is no number of µm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The table of cells is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+52"/>
        <source>The columns cell_id, x_centroid and y_centroid are not a name and two numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+32"/>
        <source>The H&amp;E image %1 is not taken, since its alignment (…_he_imagealignment.csv, exported from Xenium Explorer) does not lie beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>The Xenium folder has no matrix of cells and features (cell_feature_matrix.h5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>copy it there from the output of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Xenium folder has no table of its cells (cells.csv.gz).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>No experiment.xenium was found, so positions stay in µm and no image is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/transcriptome/heimage.cpp" line="+52"/>
        <source>Line %1 of the alignment is not one of three rows of three numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+12"/>
        <source>export it from Xenium Explorer again, or leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-1"/>
        <source>The alignment of the H&amp;E image is not an affine matrix (three rows, the last 0, 0, 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/preprocess/genepanel.cpp" line="+135"/>
        <source>the model&apos;s Ensembl ids begin with %1, the sample&apos;s with %2; use a model of the same species</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the model names genes like &quot;%1&quot;, the sample like &quot;%2&quot;; it needs a sample of the same species with genes named by symbol or Ensembl id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the sample measures other genes; use a model trained on a panel like its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+59"/>
        <source>Only %1 of the model&apos;s %2 genes are in the sample; below %3 % a result means nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>All %1 genes of the model are in the sample: %2 found by Ensembl id, %3 by symbol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 of the model&apos;s %2 genes are not in the sample and count as not expressed: %3. Of the others %4 were found by Ensembl id, %5 by symbol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../app/studio/snapshots.cpp" line="+34"/>
        <source>The picture could not be written.</source>
        <translation>Das Bild konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another folder, or a name that ends with .png, .jpg or .tif</source>
        <translation>wählen Sie einen anderen Ordner oder einen Namen, der auf .png, .jpg oder .tif endet</translation>
    </message>
    <message>
        <location filename="../core/sample/neither.cpp" line="+29"/>
        <source>This file is not a slide nor a sample, but lies in the folder of one.</source>
        <translation>Diese Datei ist weder ein Schnitt noch eine Probe, liegt aber im Ordner einer Probe.</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/transcriptome/section.cpp" line="-24"/>
        <source>open %1</source>
        <translation>öffnen Sie %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is neither a slide nor a sample that this program knows.</source>
        <translation>Das ist weder ein Schnitt noch eine Probe, die dieses Programm kennt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open a slide, a JPEG, PNG or TIFF, a Space Ranger &quot;outs&quot; folder, a Xenium folder, an .h5ad, a 10x .h5 file, or a legacy-ST table of counts</source>
        <translation>öffnen Sie einen Schnitt, ein JPEG, PNG oder TIFF, einen „outs“-Ordner von Space Ranger, einen Xenium-Ordner, eine .h5ad, eine 10x-.h5-Datei oder eine ST-Zähltabelle</translation>
    </message>
</context>
<context>
    <name>spacrd</name>
    <message>
        <location filename="../widgets/slideview/scalebar.cpp" line="+56"/>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>magnification unknown</source>
        <translation>Vergrößerung unbekannt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 · %2 µm/px</source>
        <translation>%1 · %2 µm/px</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 · turned %2°</source>
        <translation>%1 · um %2° gedreht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 · mirrored</source>
        <translation>%1 · gespiegelt</translation>
    </message>
</context>
<context>
    <name>spacrd::AboutDialog</name>
    <message>
        <location filename="../app/studio/aboutdialog.cpp" line="+18"/>
        <source>About SpaCRD Studio</source>
        <translation>Über SpaCRD Studio</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>still looking…</source>
        <translation>wird noch gesucht …</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>SpaCRD Studio</source>
        <translation>SpaCRD Studio</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Finds cancer regions in whole-slide images with spatial transcriptomics. For research, not for diagnosis.</source>
        <translation>Findet Krebsregionen in Ganzschnittbildern mit räumlicher Transkriptomik. Für die Forschung, nicht für die Diagnose.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Slide drawn by</source>
        <translation>Schnitt gezeichnet von</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the processor</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Built with Qt (LGPL), LibTorch (BSD), OpenSlide (LGPL), libvips (LGPL), HDF5 (BSD), Eigen (MPL 2) and GEOS (LGPL).</source>
        <translation>Gebaut mit Qt (LGPL), LibTorch (BSD), OpenSlide (LGPL), libvips (LGPL), HDF5 (BSD), Eigen (MPL 2) und GEOS (LGPL).</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>spacrd::AlignmentDialog</name>
    <message>
        <location filename="../app/studio/alignmentdialog.cpp" line="+120"/>
        <location filename="../app/studio/alignmenttexts.cpp" line="+12"/>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmenttexts.cpp" line="+2"/>
        <source>Turned by 90° clockwise</source>
        <translation>Um 90° im Uhrzeigersinn gedreht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turned by 180°</source>
        <translation>Um 180° gedreht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turned by 90° anticlockwise</source>
        <translation>Um 90° gegen den Uhrzeigersinn gedreht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Left and right exchanged</source>
        <translation>Links und rechts vertauscht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Top and bottom exchanged</source>
        <translation>Oben und unten vertauscht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirrored at the falling diagonal</source>
        <translation>An der fallenden Diagonale gespiegelt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirrored at the rising diagonal</source>
        <translation>An der steigenden Diagonale gespiegelt</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmentdialog.cpp" line="-60"/>
        <source>Alignment of spots and slide</source>
        <translation>Ausrichtung von Spots und Schnittbild</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Findings</source>
        <translation>&amp;Befunde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;By hand</source>
        <translation>Von &amp;Hand</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Landmarks</source>
        <translation>&amp;Landmarken</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>How the spots are turned about the middle of the slide:</source>
        <translation>Wie die Spots um die Mitte des Bildes gedreht sind:</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Show the spots so in the picture; Apply keeps it (on the command line: --align %1)</source>
        <translation>Die Spots so im Bild zeigen; Anwenden behält es (auf der Kommandozeile: --align %1)</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Show the spots where they lie now</source>
        <translation>Die Spots zeigen, wo sie jetzt liegen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>With the chosen change</source>
        <translation>Mit der gewählten Änderung</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the spots where the chosen change would put them</source>
        <translation>Die Spots zeigen, wohin die gewählte Änderung sie legen würde</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Blue: spots in tissue. Grey: positions outside the tissue.</source>
        <translation>Blau: Spots im Gewebe. Grau: Positionen außerhalb des Gewebes.</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>As it &amp;was</source>
        <translation>Wie es &amp;war</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Go back to the alignment that the sample was opened with</source>
        <translation>Zurück zu der Ausrichtung, mit der die Probe geöffnet wurde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Save with the sample…</source>
        <translation>Mit der Probe &amp;speichern…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write a sample file (.json) that opens the sample with this alignment; the data stay untouched</source>
        <translation>Eine Probendatei (.json) schreiben, die die Probe mit dieser Ausrichtung öffnet; die Daten bleiben unberührt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show the sample with the chosen change; no file is changed</source>
        <translation>Die Probe mit der gewählten Änderung zeigen; keine Datei wird geändert</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Close this window; what was applied stays</source>
        <translation>Dieses Fenster schließen; was angewendet wurde, bleibt</translation>
    </message>
    <message>
        <location line="+152"/>
        <source>The marked landmarks were not applied.</source>
        <translation>Die markierten Landmarken wurden nicht angewendet.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Closing this window forgets them.</source>
        <translation>Wird dieses Fenster geschlossen, gehen sie verloren.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Discard landmarks</source>
        <translation>Landmarken &amp;verwerfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Go on marking</source>
        <translation>&amp;Weiter markieren</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmentfindingsview.cpp" line="+37"/>
        <source>Nothing speaks against the way the spots lie now. That does not prove it right: look at the picture.</source>
        <translation>Nichts spricht dagegen, wie die Spots jetzt liegen. Das beweist nicht, dass es stimmt: Sehen Sie das Bild an.</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Show this change in the picture</source>
        <translation>Diese Änderung im Bild zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, and show the sample so; no file is changed</source>
        <translation>%1 und die Probe so zeigen; keine Datei wird geändert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Apply: %1</source>
        <translation>Anwenden: %1</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmentdialog.cpp" line="-98"/>
        <source>Saved. Open %1 to have the sample with this alignment again.</source>
        <translation>Gespeichert. Öffnen Sie %1, um die Probe wieder mit dieser Ausrichtung zu sehen.</translation>
    </message>
    <message>
        <location line="+61"/>
        <source>Joining spots and slide…</source>
        <translation>Spots und Bild werden zusammengefügt…</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Save a sample file</source>
        <translation>Probendatei speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Sample files (*.json)</source>
        <translation>Probendateien (*.json)</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmenttexts.cpp" line="+10"/>
        <source>The spots and the image seem to be counted in pixels of different size.</source>
        <translation>Spots und Bild scheinen in Pixeln verschiedener Größe gezählt zu sein.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The spots seem to be turned or mirrored against the image.</source>
        <translation>Die Spots scheinen gegen das Bild gedreht oder gespiegelt zu sein.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The spots seem to be measured from the corner of the scanned part, not of the whole slide.</source>
        <translation>Die Spots scheinen von der Ecke des gescannten Teils aus gemessen zu sein, nicht von der des ganzen Bildes.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The spots seem to be shifted against the image.</source>
        <translation>Die Spots scheinen gegen das Bild verschoben zu sein.</translation>
    </message>
</context>
<context>
    <name>spacrd::AlignmentPreview</name>
    <message>
        <location filename="../widgets/panels/alignmentpreview.cpp" line="+29"/>
        <source>The slide with the spots drawn over it</source>
        <translation>Das Schnittbild mit den Spots darüber</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Wheel or + and −: zoom. Drag: move. While marking, arrow keys move the cross and Enter marks.</source>
        <translation>Mausrad oder + und −: Zoom. Ziehen: Verschieben. Beim Markieren bewegen die Pfeiltasten das Kreuz, Eingabe markiert.</translation>
    </message>
    <message>
        <location line="+138"/>
        <source>Reading the slide…</source>
        <translation>Das Schnittbild wird gelesen…</translation>
    </message>
</context>
<context>
    <name>spacrd::Arguments</name>
    <message>
        <location filename="../app/studio/arguments.cpp" line="+36"/>
        <source>The slide scale must be a number above 0, not “%1”.</source>
        <translation>Der Maßstab des Schnittbilds muss eine Zahl über 0 sein, nicht „%1“.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Finds cancer regions in whole-slide images with spatial transcriptomics.</source>
        <translation>Findet Krebsregionen in Ganzschnittbildern mit räumlicher Transkriptomik.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Open the demo section, made first where there is none, and detect on it.</source>
        <translation>Den Demo-Schnitt öffnen (falls nötig vorher erzeugen) und auswerten.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Detect as soon as the section is open.</source>
        <translation>Auswerten, sobald der Schnitt offen ist.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The model to use.</source>
        <translation>Das zu verwendende Modell.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The slide of the section, when it is not beside it.</source>
        <translation>Das Bild des Schnitts, wenn es nicht daneben liegt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slide pixels per full-resolution pixel, when the slide is a reduced copy.</source>
        <translation>Bildpixel je Pixel voller Auflösung, wenn das Bild eine verkleinerte Kopie ist.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Use the expression alone; do not look for an image.</source>
        <translation>Nur die Expression benutzen; kein Bild suchen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Change how the spots lie on the slide, as spacrd names it: suggested, rotate-90, flip-x, …</source>
        <translation>Ändern, wie die Spots auf dem Schnitt liegen, mit den Namen von spacrd: suggested, rotate-90, flip-x, …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A table of positions in place of the one beside the data.</source>
        <translation>Eine Positionstabelle anstelle der neben den Daten.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The spot table of a legacy-ST section.</source>
        <translation>Die Spot-Tabelle einer ST-Probe.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Which section, where there are several: a library of an .h5ad, a bin size of Visium HD.</source>
        <translation>Welche Probe, wenn es mehrere gibt: eine Bibliothek einer .h5ad, eine Bin-Größe von Visium HD.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Who draws the slide: processor, or card (also one that the processor imitates). Else a real graphics card does.</source>
        <translation>Wer den Schnitt zeichnet: processor (Prozessor) oder card (Grafikkarte, auch eine, die der Prozessor nachahmt). Sonst eine echte Grafikkarte.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A slide, a section folder, a counts table or a sample file.</source>
        <translation>Ein Schnittbild, ein Schnittordner, eine Zähltabelle oder eine Probendatei.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Only one section can be open; %1 were named.</source>
        <translation>Es kann nur ein Schnitt offen sein; genannt wurden %1.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The slide can be drawn by “processor” or “card”, not “%1”.</source>
        <translation>Der Schnitt kann von „processor“ oder „card“ gezeichnet werden, nicht von „%1“.</translation>
    </message>
</context>
<context>
    <name>spacrd::BookmarksPanel</name>
    <message>
        <location filename="../widgets/panels/bookmarkspanel.cpp" line="+35"/>
        <source>&amp;Add this view</source>
        <translation>Diese Ansicht &amp;merken</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Double-click or Enter goes there, F2 changes the note</source>
        <translation>Doppelklick oder Eingabetaste geht dorthin, F2 ändert die Notiz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remember the view that is shown now</source>
        <translation>Die gezeigte Ansicht merken</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Change the note of this bookmark (F2)</source>
        <translation>Die Notiz dieses Lesezeichens ändern (F2)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remove this bookmark (Del)</source>
        <translation>Dieses Lesezeichen entfernen (Entf)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Views to come back to appear here.</source>
        <translation>Hier erscheinen Ansichten, zu denen Sie zurückkehren wollen.</translation>
    </message>
</context>
<context>
    <name>spacrd::ColourMap</name>
    <message>
        <location filename="../widgets/layers/colourmaps.cpp" line="+32"/>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Blues</source>
        <translation>Blautöne</translation>
    </message>
</context>
<context>
    <name>spacrd::ColoursPanel</name>
    <message>
        <location filename="../widgets/panels/colourspanel.cpp" line="+40"/>
        <source>Use the colour &amp;profile of the scanner</source>
        <translation>Farb&amp;profil des Scanners verwenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Normalise the stain</source>
        <translation>Färbung &amp;normieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Darker or brighter</source>
        <translation>Dunkler oder heller</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Less or more difference between dark and bright</source>
        <translation>Weniger oder mehr Unterschied zwischen dunkel und hell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Brightens or darkens the middle; black and white stay</source>
        <translation>Macht die Mitte heller oder dunkler; Schwarz und Weiß bleiben</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All dyes</source>
        <translation>Alle Farbstoffe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Haematoxylin only</source>
        <translation>Nur Hämatoxylin</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Eosin only</source>
        <translation>Nur Eosin</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>Dyes</source>
        <translation>Farbstoffe</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Show one dye of an H&amp;E section by itself, by colour deconvolution</source>
        <translation>Einen Farbstoff eines HE-Schnitts allein zeigen, durch Farbentmischung</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Show the dyes of this H&amp;E section in the colours and the strength of a standard stain, by Macenko&apos;s method: sections of different laboratories look alike</source>
        <translation>Die Farbstoffe dieses HE-Schnitts in Farbe und Stärke einer Standardfärbung zeigen, nach Macenko: Schnitte verschiedener Labore sehen gleich aus</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Show the slide as it was scanned</source>
        <translation>Den Schnitt zeigen, wie er gescannt wurde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>For the eye only: detection reads the slide as it was scanned.</source>
        <translation>Nur für das Auge: Die Erkennung liest den Schnitt, wie er gescannt wurde.</translation>
    </message>
    <message>
        <location line="+53"/>
        <source>Show the colours as the scanner says that they are (its ICC profile)</source>
        <translation>Die Farben so zeigen, wie der Scanner sie angibt (sein ICC-Profil)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This slide has no colour profile</source>
        <translation>Dieser Schnitt hat kein Farbprofil</translation>
    </message>
</context>
<context>
    <name>spacrd::ComparePane</name>
    <message>
        <location filename="../widgets/panels/comparepane.cpp" line="+29"/>
        <source>What this view shows</source>
        <translation>Was diese Ansicht zeigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the layer that this view shows over the slide</source>
        <translation>Die Ebene wählen, die diese Ansicht über dem Schnitt zeigt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Close this view</source>
        <translation>Diese Ansicht schließen</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Slide only</source>
        <translation>Nur der Schnitt</translation>
    </message>
</context>
<context>
    <name>spacrd::ComparePanes</name>
    <message>
        <location filename="../widgets/panels/comparepanes.cpp" line="+26"/>
        <source>As in the panel “Layers”</source>
        <translation>Wie im Bereich „Ebenen“</translation>
    </message>
</context>
<context>
    <name>spacrd::ExportDialog</name>
    <message>
        <location filename="../app/studio/exportdialog.cpp" line="+47"/>
        <source>Export the result</source>
        <translation>Ergebnis exportieren</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+31"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location line="-30"/>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>score, probability and class of each spot; attention.csv beside it</source>
        <translation>Wert, Wahrscheinlichkeit und Klasse jedes Spots; daneben attention.csv</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the regions, for QuPath</source>
        <translation>die Regionen, für QuPath</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a picture of the regions on the tissue</source>
        <translation>ein Bild der Regionen auf dem Gewebe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>how the result was made: inputs, model, versions</source>
        <translation>wie das Ergebnis entstand: Eingaben, Modell, Versionen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show the folder afterwards</source>
        <translation>Danach den Ordner zeigen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>Folder for the result</source>
        <translation>Ordner für das Ergebnis</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Choose a folder to write to.</source>
        <translation>Wählen Sie einen Ordner zum Schreiben.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Give the whole path of the folder.</source>
        <translation>Geben Sie den ganzen Pfad des Ordners an.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>You may not write to %1. Choose another folder.</source>
        <translation>In %1 dürfen Sie nicht schreiben. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose at least one file.</source>
        <translation>Wählen Sie mindestens eine Datei.</translation>
    </message>
</context>
<context>
    <name>spacrd::GenePanel</name>
    <message>
        <location filename="../widgets/panels/genepanel.cpp" line="+28"/>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Search a gene, such as ERBB2</source>
        <translation>Gen suchen, etwa ERBB2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Gene search</source>
        <translation>Gensuche</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Take the gene off the picture</source>
        <translation>Das Gen aus dem Bild nehmen</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>Choose a gene to see it on the tissue.</source>
        <translation>Wählen Sie ein Gen, um es auf dem Gewebe zu sehen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This section has no expression matrix, so there are no genes to show.</source>
        <translation>Dieser Schnitt hat keine Expressionsmatrix, also sind keine Gene zu zeigen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Genes appear here when a section with expression is open.</source>
        <translation>Gene erscheinen hier, wenn ein Schnitt mit Expression offen ist.</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>No gene of this section has “%1” in its name.</source>
        <translation>Kein Gen dieses Schnitts hat „%1“ im Namen.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&lt;b&gt;%1&lt;/b&gt;: %2 UMIs in %3 of %4 spots</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;: %2 UMIs in %3 von %4 Spots</translation>
    </message>
</context>
<context>
    <name>spacrd::GenesTable</name>
    <message>
        <location filename="../widgets/panels/genestable.cpp" line="+71"/>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>UMIs</source>
        <translation>UMIs</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spots</source>
        <translation>Spots</translation>
    </message>
</context>
<context>
    <name>spacrd::GoToDialog</name>
    <message>
        <location filename="../app/studio/gotodialog.cpp" line="+46"/>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All of it, or how it begins</source>
        <translation>Ganz oder der Anfang</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Unit of the place</source>
        <translation>Einheit des Ortes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pixels of the full-resolution image</source>
        <translation>Pixel des Bildes in voller Auflösung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From the top left corner of the slide</source>
        <translation>Von der linken oberen Ecke des Schnitts</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Go</source>
        <translation>Los</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Go to the spot of this barcode</source>
        <translation>Zum Spot mit diesem Barcode gehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go to this place</source>
        <translation>Zu diesem Ort gehen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&amp;Barcode</source>
        <translation>&amp;Barcode</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Place</source>
        <translation>&amp;Ort</translation>
    </message>
</context>
<context>
    <name>spacrd::Histogram</name>
    <message>
        <location filename="../widgets/plots/histogram.cpp" line="+22"/>
        <source>%1M</source>
        <comment>millions</comment>
        <translation>%1M</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1k</translation>
    </message>
    <message>
        <location line="+77"/>
        <location line="+136"/>
        <source>%1 %2</source>
        <comment>a number and its unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="-133"/>
        <source>From %1 to %2, half of the spots at or below %3.</source>
        <translation>Von %1 bis %2, die Hälfte der Spots bei höchstens %3.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Below %1 is left out.</source>
        <translation>Unter %1 wird weggelassen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Above %1 is left out.</source>
        <translation>Über %1 wird weggelassen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Histogram of %1</source>
        <translation>Histogramm: %1</translation>
    </message>
</context>
<context>
    <name>spacrd::LandmarksView</name>
    <message>
        <location filename="../app/studio/landmarksview.cpp" line="+37"/>
        <source>&amp;Delete pair</source>
        <translation>Paar &amp;löschen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Marked pairs</source>
        <translation>Markierte Paare</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Spot</source>
        <translation>Spot</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Slide</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place among the spots, full-resolution pixels</source>
        <translation>Ort unter den Spots, Pixel voller Auflösung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place on the slide, level-0 pixels</source>
        <translation>Ort auf dem Bild, Pixel der Ebene 0</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How far on the slide the alignment leaves the pair apart</source>
        <translation>Wie weit die Ausrichtung das Paar auf dem Bild auseinander lässt</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Kind of alignment</source>
        <translation>Art der Ausrichtung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the spots may be changed by to fit the pairs</source>
        <translation>Wie die Spots verändert werden dürfen, um zu den Paaren zu passen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Similarity: turn, mirror, scale, shift</source>
        <translation>Ähnlichkeit: drehen, spiegeln, skalieren, verschieben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Affine: also two scales and a shear</source>
        <translation>Affin: auch zwei Maßstäbe und eine Scherung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Delete the chosen pair (Del)</source>
        <translation>Das gewählte Paar löschen (Entf)</translation>
    </message>
    <message>
        <location line="+78"/>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Now click the place on the image where this spot belongs (Esc: another spot).</source>
        <translation>Klicken Sie nun auf den Ort im Bild, an den dieser Spot gehört (Esc: anderer Spot).</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Click a spot in the picture, then the place on the image where it belongs.</source>
        <translation>Klicken Sie auf einen Spot im Bild, dann auf den Ort, an den er gehört.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>RMS error %1 %2 over %3 pairs</source>
        <translation>Mittlerer quadratischer Fehler %1 %2 über %3 Paare</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Pairs still needed: %1</source>
        <translation>Noch nötige Paare: %1</translation>
    </message>
</context>
<context>
    <name>spacrd::LayerRow</name>
    <message>
        <location filename="../widgets/panels/layerrow.cpp" line="+42"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location line="+86"/>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show or hide “%1”</source>
        <translation>„%1“ zeigen oder ausblenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Opacity of %1</source>
        <translation>Deckkraft von %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Opacity of “%1”</source>
        <translation>Deckkraft von „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colours of %1</source>
        <translation>Farben von %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Range of the colours of %1</source>
        <translation>Wertebereich der Farben von %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the values that the ends of the colours of “%1” stand for</source>
        <translation>Die Werte wählen, für die die Enden der Farben von „%1“ stehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colours of “%1”</source>
        <translation>Farben von „%1“</translation>
    </message>
</context>
<context>
    <name>spacrd::LayersPanel</name>
    <message>
        <location filename="../widgets/panels/layerspanel.cpp" line="+32"/>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <location line="+115"/>
        <source>Slide</source>
        <translation>Schnittbild</translation>
    </message>
</context>
<context>
    <name>spacrd::LegendView</name>
    <message>
        <location filename="../widgets/panels/legendview.cpp" line="+45"/>
        <source>log scale</source>
        <translation>logarithmisch</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>from %1 to %2 %3</source>
        <translation>von %1 bis %2 %3</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+104"/>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <location line="-101"/>
        <source>Legend of %1: %2</source>
        <translation>Legende von %1: %2</translation>
    </message>
    <message>
        <location line="-14"/>
        <source>%1, log scale</source>
        <translation>%1, logarithmisch</translation>
    </message>
</context>
<context>
    <name>spacrd::MainWindow</name>
    <message>
        <location filename="../app/studio/actions.cpp" line="+44"/>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Colours of the window: %1</source>
        <translation>Farben des Fensters: %1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&amp;All colours</source>
        <translation>&amp;Alle Farben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Without &amp;green cones (deuteranopia)</source>
        <translation>Ohne &amp;Grün-Zapfen (Deuteranopie)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Without &amp;red cones (protanopia)</source>
        <translation>Ohne &amp;Rot-Zapfen (Protanopie)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Without &amp;blue cones (tritanopia)</source>
        <translation>Ohne &amp;Blau-Zapfen (Tritanopie)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Printed in grey</source>
        <translation>In Gra&amp;u gedruckt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show the picture and the legends as someone else sees them: %1</source>
        <translation>Bild und Legenden zeigen, wie jemand anders sie sieht: %1</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>As this computer has (%1)</source>
        <translation>Wie dieser Rechner hat (%1)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Memory for parts of the slide that were seen: %1</source>
        <translation>Speicher für gesehene Teile des Schnitts: %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Language of the window: %1</source>
        <translation>Sprache des Fensters: %1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&amp;One view</source>
        <translation>&amp;Eine Ansicht</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the slide once</source>
        <translation>Den Schnitt einmal zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Two side by side</source>
        <translation>&amp;Zwei nebeneinander</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the slide twice, to compare a layer with another</source>
        <translation>Den Schnitt zweimal zeigen, um Ebenen zu vergleichen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>T&amp;hree side by side</source>
        <translation>&amp;Drei nebeneinander</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the slide three times: tissue, gene and score</source>
        <translation>Den Schnitt dreimal zeigen: Gewebe, Gen und Score</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show as through a %1 objective</source>
        <translation>Zeigen wie durch ein %1-Objektiv</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>&amp;New window</source>
        <translation>&amp;Neues Fenster</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another window, for another slide beside this one</source>
        <translation>Ein weiteres Fenster, für einen anderen Schnitt neben diesem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Open a slide, a picture or a counts table</source>
        <translation>Ein Schnittbild, ein Bild oder eine Zähltabelle öffnen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a section folder, such as the “outs” of Space Ranger</source>
        <translation>Einen Schnittordner öffnen, etwa „outs“ von Space Ranger</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open &amp;sample…</source>
        <translation>&amp;Probe öffnen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name the parts of a sample: data, section, slide, positions, scale</source>
        <translation>Die Teile einer Probe nennen: Daten, Schnitt, Schnittbild, Positionen, Maßstab</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open &amp;demo</source>
        <translation>&amp;Demo öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open the made-up section and detect on it; the first time it is made</source>
        <translation>Den künstlichen Schnitt öffnen und auswerten; beim ersten Mal wird er erzeugt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Clear this list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Forget what was opened; no file is touched</source>
        <translation>Vergessen, was geöffnet wurde; keine Datei wird angefasst</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write scores, regions, a picture and the record of the run</source>
        <translation>Werte, Regionen, ein Bild und das Protokoll schreiben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Picture of the view…</source>
        <translation>&amp;Bild der Ansicht …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save or copy what the view shows, at any resolution</source>
        <translation>Was die Ansicht zeigt, in beliebiger Auflösung speichern oder kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close the section and go back to the start page</source>
        <translation>Den Schnitt schließen und zur Startseite zurückkehren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Close all windows and leave the program</source>
        <translation>Alle Fenster schließen und das Programm verlassen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Fit to window</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the whole slide</source>
        <translation>Den ganzen Schnitt zeigen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Twice as large</source>
        <translation>Doppelt so groß</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Half as large</source>
        <translation>Halb so groß</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Turn &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>A quarter turn to the left</source>
        <translation>Eine Vierteldrehung nach links</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turn &amp;right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A quarter turn to the right</source>
        <translation>Eine Vierteldrehung nach rechts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn left by 5°</source>
        <translation>Um 5° nach links drehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn the slide a little to the left</source>
        <translation>Den Schnitt ein wenig nach links drehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn right by 5°</source>
        <translation>Um 5° nach rechts drehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn the slide a little to the right</source>
        <translation>Den Schnitt ein wenig nach rechts drehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Mirror</source>
        <translation>&amp;Spiegeln</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Exchange left and right, as of a section put on the glass the other way round</source>
        <translation>Links und rechts vertauschen, wie bei einem verkehrt aufgelegten Schnitt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Upright</source>
        <translation>&amp;Aufrecht</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>As the slide was scanned</source>
        <translation>So wie der Schnitt gescannt wurde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>View &amp;before</source>
        <translation>&amp;Vorige Ansicht</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Go back to the view before</source>
        <translation>Zur vorigen Ansicht zurückgehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>View af&amp;ter</source>
        <translation>&amp;Nächste Ansicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go to the view that was left by going back</source>
        <translation>Zu der Ansicht gehen, die beim Zurückgehen verlassen wurde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Go to the spot of a barcode, or to a place</source>
        <translation>Zum Spot eines Barcodes oder zu einem Ort gehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add &amp;bookmark</source>
        <translation>&amp;Lesezeichen setzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remember this view, to come back to it</source>
        <translation>Diese Ansicht merken, um zu ihr zurückzukehren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Move together</source>
        <translation>Gemeinsam &amp;bewegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Views side by side show the same place</source>
        <translation>Ansichten nebeneinander zeigen dieselbe Stelle</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Over&amp;view map</source>
        <translation>Über&amp;sichtskarte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show where the view lies on the slide</source>
        <translation>Zeigen, wo der Ausschnitt auf dem Schnitt liegt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>G&amp;rid</source>
        <translation>&amp;Gitter</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Lines over the slide at round distances in µm</source>
        <translation>Linien über dem Schnitt in runden Abständen in µm</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Ru&amp;ler</source>
        <translation>&amp;Lineal</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Drag on the slide to measure a distance; with Shift straight. The space bar moves the slide meanwhile</source>
        <translation>Auf dem Schnitt ziehen, um einen Abstand zu messen, mit Umschalt gerade. Die Leertaste verschiebt ihn zwischendurch</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>R&amp;emove rulers</source>
        <translation>Lin&amp;eale entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take away all measured distances; the Delete key takes the last one</source>
        <translation>Alle gemessenen Strecken entfernen; die Entf-Taste entfernt die letzte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Patch magnif&amp;ier</source>
        <translation>Ausschn&amp;itt-Lupe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>See each spot under the pointer as the model sees it: its patch, pixel by pixel</source>
        <translation>Jeden Spot unter dem Zeiger sehen, wie das Modell ihn sieht: sein Bildausschnitt, Pixel für Pixel</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>S&amp;mooth motion</source>
        <translation>&amp;Weiche Bewegung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A thrown view glides on, and zooming is not a jump; off is easier over a slow connection</source>
        <translation>Eine geworfene Ansicht gleitet weiter, Zoomen springt nicht; bei langsamer Verbindung besser aus</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Draw by the graphics &amp;card</source>
        <translation>Mit der Grafik&amp;karte zeichnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This machine has no graphics card for OpenGL: the processor draws the slide</source>
        <translation>Dieser Rechner hat keine Grafikkarte für OpenGL: Der Prozessor zeichnet den Schnitt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Alignment…</source>
        <translation>&amp;Ausrichtung…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>See how the spots lie on the slide, turn them or align them by marked pairs</source>
        <translation>Sehen, wie die Spots auf dem Bild liegen, sie drehen oder an markierten Paaren ausrichten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>S&amp;quare pixels</source>
        <translation>&amp;Quadratische Pixel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Far enlarged, each pixel of the slide is a square; off blends them</source>
        <translation>Stark vergrößert ist jedes Pixel des Schnitts ein Quadrat; aus: sie gehen ineinander über</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>&amp;Choose model…</source>
        <translation>Modell &amp;wählen …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Use another model file (.spacrd)</source>
        <translation>Eine andere Modelldatei (.spacrd) verwenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Detect</source>
        <translation>&amp;Auswerten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Find cancer regions in this section</source>
        <translation>Krebsregionen in diesem Schnitt finden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>C&amp;ancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Stop what is running</source>
        <translation>Laufende Arbeit anhalten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Five-minute &amp;tour</source>
        <translation>&amp;Fünf-Minuten-Rundgang</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>How to work with this program</source>
        <translation>Wie man mit diesem Programm arbeitet</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;About SpaCRD Studio</source>
        <translation>Ü&amp;ber SpaCRD Studio</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Versions, devices and licences</source>
        <translation>Versionen, Geräte und Lizenzen</translation>
    </message>
    <message>
        <location filename="../app/studio/detecting.cpp" line="+45"/>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>SpaCRD models (*.spacrd)</source>
        <translation>SpaCRD-Modelle (*.spacrd)</translation>
    </message>
    <message>
        <location line="+0"/>
        <location filename="../app/studio/opening.cpp" line="+249"/>
        <location line="+23"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+71"/>
        <source>Graphics card ready</source>
        <translation>Grafikkarte bereit</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Processor only</source>
        <translation>Nur Prozessor</translation>
    </message>
    <message>
        <location line="-87"/>
        <source>%1 (included)</source>
        <translation>%1 (mitgeliefert)</translation>
    </message>
    <message>
        <location line="+72"/>
        <source>No device</source>
        <translation>Kein Gerät</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Models run on: %1</source>
        <translation>Modelle laufen auf: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Graphics card cannot be used</source>
        <translation>Die Grafikkarte kann nicht benutzt werden</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Open a section first.</source>
        <translation>Öffnen Sie zuerst einen Schnitt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is a slide by itself. Open its section (the “outs” folder or the counts table) to detect.</source>
        <translation>Das ist nur das Schnittbild. Öffnen Sie zum Auswerten seinen Schnitt (den Ordner „outs“ oder die Zähltabelle).</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose a model first.</source>
        <translation>Wählen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reading the model…</source>
        <translation>Modell wird gelesen …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>This model cannot be read. Choose another.</source>
        <translation>Dieses Modell kann nicht gelesen werden. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This section has no expression matrix, and this model reads genes only. Choose one that looks at the image.</source>
        <translation>Dieser Schnitt hat keine Expressionsmatrix, und dieses Modell liest nur Gene. Wählen Sie eines, das das Bild ansieht.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>To detect, choose a model file (.spacrd).</source>
        <translation>Wählen Sie zum Auswerten eine Modelldatei (.spacrd).</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Choose model…</source>
        <translation>Modell wählen …</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Detecting</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <location filename="../app/studio/docks.cpp" line="+100"/>
        <source>Show or hide the panel “%1”</source>
        <translation>Das Feld „%1“ zeigen oder ausblenden</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Spot</source>
        <translation>Spot</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Brightness and contrast</source>
        <translation>Helligkeit und Kontrast</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <location filename="../app/studio/exploring.cpp" line="+95"/>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>log-normalised</source>
        <translation>log-normiert</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>image → genes</source>
        <translation>Bild → Gene</translation>
    </message>
    <message>
        <location filename="../app/studio/exporting.cpp" line="+42"/>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Written to %1: %2.</source>
        <translation>Nach %1 geschrieben: %2.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../app/studio/mainwindow.cpp" line="+50"/>
        <location line="+90"/>
        <location line="+83"/>
        <source>SpaCRD Studio</source>
        <translation>SpaCRD Studio</translation>
    </message>
    <message>
        <location line="-83"/>
        <source>%1 — SpaCRD Studio</source>
        <translation>%1 — SpaCRD Studio</translation>
    </message>
    <message>
        <location line="+91"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../app/studio/menus.cpp" line="+32"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Magnification</source>
        <translation>&amp;Vergrößerung</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Turn</source>
        <translation>&amp;Drehen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Memor&amp;y for the slide</source>
        <translation>S&amp;peicher für den Schnitt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Panels</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour visio&amp;n</source>
        <translation>Farbe&amp;nsehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Detect</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location line="+102"/>
        <source>The colours are those that someone else would see. Files and pictures that you save keep all colours.</source>
        <translation>Die Farben sind die, die jemand anders sähe. Dateien und Bilder, die Sie speichern, behalten alle Farben.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show all colours</source>
        <translation>Alle Farben zeigen</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Nothing was opened yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The language changes when the program is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <location filename="../app/studio/opening.cpp" line="-210"/>
        <source>Slides and pictures (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)</source>
        <translation>Schnittbilder und Bilder (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <location line="+13"/>
        <location line="+238"/>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <location line="-194"/>
        <source>Making the demo section</source>
        <translation>Demo-Schnitt wird erzeugt</translation>
    </message>
    <message>
        <location line="+71"/>
        <source>This section has no slide: spots are shown on an empty ground, and a model can use the genes only.</source>
        <translation>Dieser Schnitt hat kein Bild: Spots stehen auf leerem Grund, und ein Modell kann nur die Gene nutzen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose slide…</source>
        <translation>Schnittbild wählen …</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The spots may not lie right on the slide. %1</source>
        <translation>Die Spots liegen vielleicht nicht richtig auf dem Bild. %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>(One more finding.)</source>
        <translation>(Noch ein Befund.)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>(%1 more findings.)</source>
        <translation>(%1 weitere Befunde.)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Review alignment…</source>
        <translation>Ausrichtung prüfen…</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The image that was left out can be tried with a change to the alignment.</source>
        <translation>Das weggelassene Bild kann mit einer Änderung der Ausrichtung versucht werden.</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Open a slide or a section</source>
        <translation>Schnittbild oder Schnitt öffnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Counts and sample files (*.h5ad *.tsv *.tsv.gz *.gz *.h5 *.json)</source>
        <translation>Zähldaten und Probendateien (*.h5ad *.tsv *.tsv.gz *.gz *.h5 *.json)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Open a section folder</source>
        <translation>Schnittordner öffnen</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The slide of this section</source>
        <translation>Das Bild dieses Schnitts</translation>
    </message>
    <message>
        <location filename="../app/studio/status.cpp" line="+54"/>
        <source>Parts of the slide that were asked for and cannot be read; they are hatched</source>
        <translation>Teile des Schnitts, die gebraucht wurden und nicht gelesen werden können; sie sind schraffiert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where the pointer is: full-resolution pixels, and the distance from the top-left corner</source>
        <translation>Wo der Zeiger steht: Pixel voller Auflösung und Abstand von der linken oberen Ecke</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Magnification, as through an objective of that name</source>
        <translation>Vergrößerung, wie durch ein Objektiv dieses Namens</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Memory that is still free on this computer</source>
        <translation>Freier Arbeitsspeicher dieses Rechners</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where models can run on this computer</source>
        <translation>Wo Modelle auf diesem Rechner laufen können</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Looking for devices…</source>
        <translation>Geräte werden gesucht …</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>x %1, y %2 px</source>
        <translation>x %1, y %2 px</translation>
    </message>
    <message>
        <location line="+2"/>
        <source> · %1, %2 µm</source>
        <translation> · %1, %2 µm</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>magnification unknown</source>
        <translation>Vergrößerung unbekannt</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Unreadable tiles: %1</source>
        <translation>Unlesbare Kacheln: %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>“%1” is no longer where it was opened: it was moved or deleted, or its disk is disconnected. What was read of it stays. Put it back, and this message goes by itself.</source>
        <translation>„%1“ ist nicht mehr dort, wo es geöffnet wurde: es wurde verschoben oder gelöscht, oder sein Laufwerk ist getrennt. Was davon gelesen wurde, bleibt. Legen Sie es zurück, dann verschwindet diese Meldung von selbst.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” has become shorter since it was opened: it is being copied, or was damaged. What is missing is hatched. When it is whole again, this message goes by itself.</source>
        <translation>„%1“ ist seit dem Öffnen kürzer geworden: es wird gerade kopiert oder wurde beschädigt. Was fehlt, ist schraffiert. Ist es wieder vollständig, verschwindet diese Meldung von selbst.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” was changed or replaced by another file since it was opened. What is shown is of the file before; what is missing of that is hatched. Open it again to see the new one.</source>
        <translation>„%1“ wurde seit dem Öffnen geändert oder durch eine andere Datei ersetzt. Gezeigt wird die vorige Datei; was von ihr fehlt, ist schraffiert. Öffnen Sie es erneut, um die neue zu sehen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Little memory left: %1 GB</source>
        <translation>Wenig Speicher übrig: %1 GB</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 GB memory free</source>
        <translation>%1 GB Speicher frei</translation>
    </message>
    <message>
        <location filename="../app/studio/aligning.cpp" line="+80"/>
        <source>This sample was aligned in another way when it was open last.</source>
        <translation>Diese Probe war beim letzten Mal anders ausgerichtet.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Align so again</source>
        <translation>Wieder so ausrichten</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Aligning %1</source>
        <translation>%1 wird ausgerichtet</translation>
    </message>
    <message>
        <location filename="../app/studio/quality.cpp" line="+151"/>
        <source>UMIs</source>
        <translation>UMIs</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>UMIs a spot</source>
        <translation>UMIs je Spot</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Genes detected</source>
        <translation>Gefundene Gene</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>genes a spot</source>
        <translation>Gene je Spot</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mitochondrial share</source>
        <translation>Mitochondrialer Anteil</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>% of UMIs</source>
        <translation>% der UMIs</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Image at the spot</source>
        <translation>Bild am Spot</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tissue</source>
        <translation>Gewebe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>out of focus</source>
        <translation>unscharf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>glass</source>
        <translation>Glas</translation>
    </message>
    <message>
        <location filename="../app/studio/bookmarks.cpp" line="+43"/>
        <source>View %1</source>
        <translation>Ansicht %1</translation>
    </message>
    <message>
        <location filename="../app/studio/goingto.cpp" line="+38"/>
        <source>Others begin like this too (%1); the first is shown.</source>
        <translation>Andere beginnen auch so (%1); der erste wird gezeigt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No spot has a barcode that begins like this.</source>
        <translation>Kein Spot hat einen Barcode, der so beginnt.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>This place lies outside the slide.</source>
        <translation>Dieser Ort liegt außerhalb des Schnitts.</translation>
    </message>
    <message>
        <location filename="../app/studio/snapshots.cpp" line="+9"/>
        <source>Left, as in the panel “Layers”</source>
        <translation>Links, wie im Bereich „Ebenen“</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Right: %1</source>
        <translation>Rechts: %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Middle: %1</source>
        <translation>Mitte: %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 view.png</source>
        <translation>%1 Ansicht.png</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>The picture was written to %1.</source>
        <translation>Das Bild wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <location filename="../app/studio/magnifying.cpp" line="+47"/>
        <source>A slide by itself has no spots: open a section to see what the model sees of them.</source>
        <translation>Ein Schnittbild allein hat keine Spots: Öffnen Sie eine Probe, um zu sehen, was das Modell von ihnen sieht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This section has no image.</source>
        <translation>Diese Probe hat kein Bild.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This model reads genes alone: it sees no image.</source>
        <translation>Dieses Modell liest nur Gene: Es sieht kein Bild.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Point at a spot to see its patch as the model sees it.</source>
        <translation>Zeigen Sie auf einen Spot, um seinen Ausschnitt zu sehen, wie das Modell ihn sieht.</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>%1 µm, %2 × %2 px: encoder %3</source>
        <translation>%1 µm, %2 × %2 px: Encoder %3</translation>
    </message>
    <message>
        <location filename="../app/studio/drawing.cpp" line="+25"/>
        <source>The slide is drawn by %1; switch it off where it is drawn wrongly</source>
        <translation>Der Schnitt wird von %1 gezeichnet; schalten Sie das aus, wenn er falsch aussieht</translation>
    </message>
</context>
<context>
    <name>spacrd::MessageBar</name>
    <message>
        <location filename="../widgets/panels/messagebar.cpp" line="+98"/>
        <location line="+1"/>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>spacrd::ModelPanel</name>
    <message>
        <location filename="../widgets/panels/modelpanel.cpp" line="+202"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location line="-162"/>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Graphics card (%1)</source>
        <translation>Grafikkarte (%1)</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Reads the image and %1 genes.</source>
        <translation>Liest das Bild und %1 Gene.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reads %1 genes; it does not look at the image.</source>
        <translation>Liest %1 Gene; das Bild betrachtet es nicht.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Trained on %1 spots, %2 of them cancer (%3).</source>
        <translation>Trainiert auf %1 Spots, davon %2 Krebs (%3).</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Continues the model %1.</source>
        <translation>Führt das Modell %1 fort.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Continues the model %1, trained on %2.</source>
        <translation>Führt das Modell %1 fort, trainiert auf %2.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No held-out test was recorded.</source>
        <translation>Kein Test auf zurückgehaltenen Daten verzeichnet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>On held-out spots: %1.</source>
        <translation>Auf zurückgehaltenen Spots: %1.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>On sections held out (%1): %2.</source>
        <translation>Auf zurückgehaltenen Schnitten (%1): %2.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Detect cancer</source>
        <translation>Krebs finden</translation>
    </message>
    <message>
        <location line="+30"/>
        <location line="+22"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location line="-21"/>
        <source>The trained model that reads the section</source>
        <translation>Das trainierte Modell, das den Schnitt liest</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Choose a model file…</source>
        <translation>Modelldatei wählen …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a model file</source>
        <translation>Modelldatei wählen</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+14"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location line="-13"/>
        <source>Where the model runs</source>
        <translation>Wo das Modell läuft</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Choose a model file (.spacrd) to detect with.</source>
        <translation>Wählen Sie eine Modelldatei (.spacrd) zum Auswerten.</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Find cancer regions in this section (Ctrl+D)</source>
        <translation>Krebsregionen in diesem Schnitt finden (Strg+D)</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 spots are cancer. Regions: &lt;b&gt;%3&lt;/b&gt;, together &lt;b&gt;%4&lt;/b&gt;.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von %2 Spots sind Krebs. Regionen: &lt;b&gt;%3&lt;/b&gt;, zusammen &lt;b&gt;%4&lt;/b&gt;.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The image was not used.</source>
        <translation>Das Bild wurde nicht verwendet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gene expression was not used.</source>
        <translation>Die Genexpression wurde nicht verwendet.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The probability was calibrated on %1 spots with labels, of sections the model was not trained on; on other tissue it can be off. For research, not for diagnosis.</source>
        <translation>Die Wahrscheinlichkeit wurde an %1 Spots mit Markierung geeicht, aus Schnitten, auf denen das Modell nicht trainiert wurde; bei anderem Gewebe kann sie abweichen. Für die Forschung, nicht für die Diagnose.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The probability is the model&apos;s own and is not calibrated: 0.8 does not mean that 8 of 10 such spots are cancer. For research, not for diagnosis.</source>
        <translation>Die Wahrscheinlichkeit ist die des Modells und nicht kalibriert: 0,8 heißt nicht, dass 8 von 10 solchen Spots Krebs sind. Für die Forschung, nicht für die Diagnose.</translation>
    </message>
</context>
<context>
    <name>spacrd::OpenSampleDialog</name>
    <message>
        <location filename="../app/studio/opensampletexts.cpp" line="+23"/>
        <source>10x Visium</source>
        <translation>10x Visium</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>10x Visium HD</source>
        <translation>10x Visium HD</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spatial Transcriptomics (legacy ST)</source>
        <translation>Spatial Transcriptomics (altes ST)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>10x Xenium</source>
        <translation>10x Xenium</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Spots of an unknown platform</source>
        <translation>Spots einer unbekannten Plattform</translation>
    </message>
    <message>
        <location line="+97"/>
        <source>%1 µm bins</source>
        <translation>Bins von %1 µm</translation>
    </message>
    <message>
        <location filename="../app/studio/opensampledialog.cpp" line="+44"/>
        <source>Data of the sample</source>
        <translation>Daten der Probe</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Se&amp;ction</source>
        <translation>S&amp;chnitt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slide</source>
        <translation>Schnittbild</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open &amp;without a slide</source>
        <translation>&amp;Ohne Schnittbild öffnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Spots</source>
        <translation>Spots</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+239"/>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <location line="-235"/>
        <source>Open sample</source>
        <translation>Probe öffnen</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A folder or file: drop it anywhere on this window</source>
        <translation>Ein Ordner oder eine Datei: irgendwo auf dieses Fenster ziehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the file of the data…</source>
        <translation>Datei der Daten wählen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Counts and sample files (*.h5ad *.h5 *.tsv *.tsv.gz *.csv *.gz *.json)</source>
        <translation>Zähldaten und Probendateien (*.h5ad *.h5 *.tsv *.tsv.gz *.csv *.gz *.json)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the folder of the data…</source>
        <translation>Ordner der Daten wählen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the slide…</source>
        <translation>Schnittbild wählen…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Slides and pictures (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)</source>
        <translation>Schnittbilder und Bilder (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+2"/>
        <location line="+199"/>
        <source>As found with the data</source>
        <translation>Wie bei den Daten gefunden</translation>
    </message>
    <message>
        <location line="-200"/>
        <source>Choose the table of positions…</source>
        <translation>Tabelle der Positionen wählen…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Tables (*.csv *.csv.gz *.parquet)</source>
        <translation>Tabellen (*.csv *.csv.gz *.parquet)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose the table of spots…</source>
        <translation>Tabelle der Spots wählen…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Tables (*.tsv *.tsv.gz *.csv *.txt *.gz)</source>
        <translation>Tabellen (*.tsv *.tsv.gz *.csv *.txt *.gz)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Section</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Which of the sections that lie there to open</source>
        <translation>Welcher der dort liegenden Schnitte geöffnet wird</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Show spots and expression alone, whatever image lies with the data</source>
        <translation>Nur Spots und Expression zeigen, welches Bild auch bei den Daten liegt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scale of the slide</source>
        <translation>Maßstab des Schnittbilds</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As the data say</source>
        <translation>Wie die Daten sagen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Slide pixels per full-resolution pixel, when the slide is a reduced copy: 0.25 for a quarter</source>
        <translation>Bildpixel je Pixel voller Auflösung, wenn das Bild eine verkleinerte Kopie ist: 0,25 für ein Viertel</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open the sample with these parts</source>
        <translation>Die Probe mit diesen Teilen öffnen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Only where the data do not say</source>
        <translation>Nur, wo die Daten es nicht sagen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Slide</source>
        <translation>Schnitt&amp;bild</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Positions</source>
        <translation>&amp;Positionen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spo&amp;ts (legacy ST)</source>
        <translation>Spo&amp;ts (altes ST)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slide sca&amp;le</source>
        <translation>&amp;Maßstab des Bilds</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Close this window and open nothing</source>
        <translation>Dieses Fenster schließen und nichts öffnen</translation>
    </message>
    <message>
        <location line="+104"/>
        <source>Choose one…</source>
        <translation>Bitte wählen…</translation>
    </message>
    <message>
        <location filename="../app/studio/opensampletexts.cpp" line="-74"/>
        <source>Space Ranger and Xenium folders, .h5ad, 10x .h5, counts tables and sample files can be opened.</source>
        <translation>Geöffnet werden können Ordner von Space Ranger und Xenium, .h5ad, .h5 von 10x, Zähltabellen und Probendateien.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A slide by itself, without spots and expression</source>
        <translation>Ein Schnittbild allein, ohne Spots und Expression</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 · %2 sections</source>
        <translation>%1 · %2 Schnitte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 · one section</source>
        <translation>%1 · ein Schnitt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a sample file, which names the parts</source>
        <translation>eine Probendatei, die die Teile nennt</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The section opens with expression alone.</source>
        <translation>Der Schnitt wird nur mit der Expression geöffnet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+16"/>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>Named: %1</source>
        <translation>Genannt: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Found: a picture inside the data file. Name the full slide to see and use more.</source>
        <translation>Gefunden: ein Bild in der Datendatei. Nennen Sie das ganze Schnittbild, um mehr zu sehen und zu nutzen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Found with the data: %1</source>
        <translation>Bei den Daten gefunden: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>None was found with the data. Name the slide; without it the section opens with expression alone.</source>
        <translation>Bei den Daten wurde keines gefunden. Nennen Sie das Schnittbild; ohne es wird der Schnitt nur mit der Expression geöffnet.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>In use: %1</source>
        <translation>In Gebrauch: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No table of spots was found beside the counts: name it under “Spots”.</source>
        <translation>Neben den Zähldaten wurde keine Tabelle der Spots gefunden: Nennen Sie sie unter „Spots“.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No table of positions was found with the data: name it under “Positions”.</source>
        <translation>Bei den Daten wurde keine Tabelle der Positionen gefunden: Nennen Sie sie unter „Positionen“.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Name the data first.</source>
        <translation>Nennen Sie zuerst die Daten.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose which of the sections to open.</source>
        <translation>Wählen Sie, welcher der Schnitte geöffnet wird.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scale must be a number above 0.</source>
        <translation>Der Maßstab muss eine Zahl über 0 sein.</translation>
    </message>
    <message>
        <location filename="../app/studio/opensampledialog.cpp" line="+52"/>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>spacrd::OverviewMap</name>
    <message>
        <location filename="../widgets/slideview/overviewmap.cpp" line="+40"/>
        <source>Overview map</source>
        <translation>Übersichtskarte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The whole slide, with a frame around the part in view; what was looked at is tinted green.</source>
        <translation>Der ganze Schnitt mit einem Rahmen um den sichtbaren Teil; Betrachtetes ist grün getönt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Overview: click or drag to look elsewhere; what was looked at is tinted green</source>
        <translation>Übersicht: klicken oder ziehen, um woanders hinzusehen; Betrachtetes ist grün getönt</translation>
    </message>
</context>
<context>
    <name>spacrd::PatchMagnifier</name>
    <message>
        <location filename="../widgets/slideview/patchmagnifier.cpp" line="+25"/>
        <source>What the model sees of a spot</source>
        <translation>Was das Modell von einem Spot sieht</translation>
    </message>
</context>
<context>
    <name>spacrd::PathRow</name>
    <message>
        <location filename="../app/studio/pathrow.cpp" line="+27"/>
        <source>%1: type it, drop it here, or choose it with the button</source>
        <translation>%1: eintippen, hierher ziehen oder mit der Taste wählen</translation>
    </message>
</context>
<context>
    <name>spacrd::ProgressStrip</name>
    <message>
        <location filename="../widgets/panels/progressstrip.cpp" line="+20"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stop this work; nothing half-done is kept (Esc)</source>
        <translation>Diese Arbeit anhalten; nichts Halbfertiges bleibt (Esc)</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>spacrd::QualityPanel</name>
    <message>
        <location filename="../widgets/panels/qualitytexts.cpp" line="+16"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../widgets/panels/qualitypanel.cpp" line="+99"/>
        <source>Quality on the slide</source>
        <translation>Qualität auf dem Bild</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour the spots on the slide by one of the measures below</source>
        <translation>Die Spots auf dem Bild nach einem der Maße unten färben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+8"/>
        <source>UMIs</source>
        <translation>UMIs</translation>
    </message>
    <message>
        <location line="-7"/>
        <location line="+10"/>
        <source>Genes detected</source>
        <translation>Gefundene Gene</translation>
    </message>
    <message>
        <location line="-9"/>
        <location line="+12"/>
        <source>Mitochondrial share</source>
        <translation>Mitochondrialer Anteil</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>Image at the spot</source>
        <translation>Bild am Spot</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fewest UMIs</source>
        <translation>Wenigste UMIs</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Spots with fewer molecules (UMIs) are left out; 0 keeps all</source>
        <translation>Spots mit weniger Molekülen (UMIs) werden weggelassen; 0 behält alle</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Fewest genes</source>
        <translation>Wenigste Gene</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Spots with fewer genes detected are left out; 0 keeps all</source>
        <translation>Spots mit weniger gefundenen Genen werden weggelassen; 0 behält alle</translation>
    </message>
    <message>
        <location line="+6"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Largest mitochondrial share</source>
        <translation>Größter mitochondrialer Anteil</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spots with a larger share of mitochondrial UMIs, as of dying cells, are left out; 100 % keeps all</source>
        <translation>Spots mit einem größeren Anteil mitochondrialer UMIs, wie bei sterbenden Zellen, werden weggelassen; 100 % behält alle</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Apply the quality filter</source>
        <translation>Den Qualitätsfilter anwenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show all spots</source>
        <translation>Alle Spots zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Bring back the spots that were left out</source>
        <translation>Die weggelassenen Spots zurückholen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Show on the slide</source>
        <translation>Auf dem Bild zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&lt;b&gt;UMIs&lt;/b&gt;, at least</source>
        <translation>&lt;b&gt;UMIs&lt;/b&gt;, mindestens</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt;b&gt;Genes detected&lt;/b&gt;, at least</source>
        <translation>&lt;b&gt;Gefundene Gene&lt;/b&gt;, mindestens</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt;b&gt;Mitochondrial share&lt;/b&gt;, at most</source>
        <translation>&lt;b&gt;Mitochondrialer Anteil&lt;/b&gt;, höchstens</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Only spots on tissue in the image</source>
        <translation>Nur Spots auf Gewebe im Bild</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Leaves out spots of which more than three quarters are as clear as glass; fat can be among them</source>
        <translation>Lässt Spots weg, die zu mehr als drei Vierteln klar wie Glas sind; Fett kann darunter sein</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No spots out of focus</source>
        <translation>Keine unscharfen Spots</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Leaves out spots whose detail is much coarser than that of the sharper part of this section</source>
        <translation>Lässt Spots weg, deren Einzelheiten viel gröber sind als die des schärferen Teils dieses Schnitts</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Measuring the quality of the spots…</source>
        <translation>Die Qualität der Spots wird gemessen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The quality of the spots appears here when a section is open.</source>
        <translation>Die Qualität der Spots erscheint hier, wenn ein Schnitt geöffnet ist.</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>This section has no expression matrix.</source>
        <translation>Dieser Schnitt hat keine Expressionsmatrix.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Not known: no gene of this section begins with “MT-”.</source>
        <translation>Nicht bekannt: Kein Gen dieses Schnitts beginnt mit „MT-“.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not known: no spot has counts.</source>
        <translation>Nicht bekannt: Kein Spot hat Zählwerte.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>There is no slide to look at.</source>
        <translation>Es gibt kein Schnittbild.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The picture is too coarse to tell what is out of focus.</source>
        <translation>Das Bild ist zu grob, um Unschärfe zu erkennen.</translation>
    </message>
    <message>
        <location filename="../widgets/panels/qualitytexts.cpp" line="+9"/>
        <source>&lt;b&gt;%1&lt;/b&gt; spots in tissue.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; Spots im Gewebe.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Median of &lt;b&gt;%1&lt;/b&gt; UMIs and &lt;b&gt;%2&lt;/b&gt; genes a spot.</source>
        <translation>Median &lt;b&gt;%1&lt;/b&gt; UMIs und &lt;b&gt;%2&lt;/b&gt; Gene je Spot.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Mitochondrial &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>Mitochondrial &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The image shows tissue at &lt;b&gt;%1&lt;/b&gt;, glass at %2, out of focus %3.</source>
        <translation>Das Bild zeigt Gewebe bei &lt;b&gt;%1&lt;/b&gt;, Glas bei %2, unscharf %3.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The image shows tissue at &lt;b&gt;%1&lt;/b&gt;, glass at %2.</source>
        <translation>Das Bild zeigt Gewebe bei &lt;b&gt;%1&lt;/b&gt;, Glas bei %2.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 by UMIs</source>
        <translation>%1 wegen UMIs</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 by genes</source>
        <translation>%1 wegen Genen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 by mitochondrial share</source>
        <translation>%1 wegen des mitochondrialen Anteils</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 on glass</source>
        <translation>%1 auf Glas</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 out of focus</source>
        <translation>%1 unscharf</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No filter is set: all %1 spots are kept.</source>
        <translation>Kein Filter ist gesetzt: Alle %1 Spots bleiben.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 spots are left out: %3.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von %2 Spots sind weggelassen: %3.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 spots would be dropped: %3.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; von %2 Spots fielen weg: %3.</translation>
    </message>
    <message>
        <location filename="../widgets/panels/qualitypanel.cpp" line="+26"/>
        <source>These limits would leave no spot.</source>
        <translation>Diese Grenzen ließen keinen Spot übrig.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Leave these spots out of the picture and of the detection; no file is changed</source>
        <translation>Diese Spots aus Bild und Erkennung weglassen; keine Datei wird geändert</translation>
    </message>
</context>
<context>
    <name>spacrd::RangeEditor</name>
    <message>
        <location filename="../widgets/panels/rangeeditor.cpp" line="+46"/>
        <source>&amp;Logarithmic</source>
        <translation>&amp;Logarithmisch</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Range of the colours</source>
        <translation>Wertebereich der Farben</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Percentiles of the spots</source>
        <translation>Perzentile der Spots</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the numbers are</source>
        <translation>Was die Zahlen sind</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Equal steps of colour are equal ratios, counted from one above the lower end</source>
        <translation>Gleiche Farbschritte sind gleiche Verhältnisse, gezählt ab eins über dem unteren Ende</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>All values</source>
        <translation>Alle Werte</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>From the lowest to the highest, leaving out %1 % of the spots at each end</source>
        <translation>Vom niedrigsten zum höchsten, ohne %1 % der Spots an jedem Ende</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The range that came with the values</source>
        <translation>Der Bereich, der mit den Werten kam</translation>
    </message>
    <message>
        <location line="+73"/>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>spacrd::RegionLayer</name>
    <message>
        <location filename="../widgets/layers/regionlayer.cpp" line="+28"/>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Cancer tissue region</source>
        <translation>Krebsgewebe-Region</translation>
    </message>
</context>
<context>
    <name>spacrd::RegionsPanel</name>
    <message>
        <location filename="../widgets/panels/regionspanel.cpp" line="+42"/>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>No spot reaches the threshold, so there is no region.</source>
        <translation>Kein Spot erreicht die Schwelle, daher gibt es keine Region.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Regions appear here after a detection.</source>
        <translation>Regionen erscheinen hier nach einer Auswertung.</translation>
    </message>
</context>
<context>
    <name>spacrd::RegionsTable</name>
    <message>
        <location filename="../widgets/panels/regionstable.cpp" line="+63"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spots</source>
        <translation>Spots</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mean score</source>
        <translation>Mittlerer Wert</translation>
    </message>
</context>
<context>
    <name>spacrd::SlideView</name>
    <message>
        <location filename="../widgets/slideview/slideview.cpp" line="+80"/>
        <source>Slide</source>
        <translation>Schnittbild</translation>
    </message>
    <message>
        <location line="+541"/>
        <source>No slide is open.</source>
        <translation>Kein Schnittbild ist offen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 · ruler: %2</source>
        <translation>%1 · Lineal: %2</translation>
    </message>
</context>
<context>
    <name>spacrd::SnapshotDialog</name>
    <message>
        <location filename="../app/studio/snapshotdialog.cpp" line="+40"/>
        <source>&amp;Layers over the slide</source>
        <translation>&amp;Ebenen über dem Schnitt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Those that are visible now</source>
        <translation>Die jetzt sichtbaren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scale &amp;bar</source>
        <translation>&amp;Maßstab</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>In the lower left corner</source>
        <translation>Links unten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>L&amp;egends</source>
        <translation>Le&amp;genden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Those of the visible layers, in the lower right corner</source>
        <translation>Die der sichtbaren Ebenen, rechts unten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Picture of the view</source>
        <translation>Bild der Ansicht</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Which of the views side by side</source>
        <translation>Welche der Ansichten nebeneinander</translation>
    </message>
    <message>
        <location line="+7"/>
        <source> × the screen</source>
        <translation> × Bildschirm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How many times finer than on the screen; the same part of the slide is shown</source>
        <translation>Wievielmal feiner als auf dem Bildschirm; derselbe Teil des Schnitts wird gezeigt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Resolution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put the picture on the clipboard</source>
        <translation>Das Bild in die Zwischenablage legen</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>spacrd::SpotOutlineLayer</name>
    <message>
        <location filename="../widgets/layers/spotlayers.cpp" line="+65"/>
        <source>Spots</source>
        <translation>Spots</translation>
    </message>
</context>
<context>
    <name>spacrd::SpotPanel</name>
    <message>
        <location filename="../widgets/panels/spotpanel.cpp" line="+103"/>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+62"/>
        <source>UMIs</source>
        <translation>UMIs</translation>
    </message>
    <message>
        <location line="-62"/>
        <source>log-normalised</source>
        <translation>log-normiert</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+14"/>
        <source>Strongest genes</source>
        <translation>Stärkste Gene</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>Neighbour</source>
        <translation>Nachbar</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Image → genes</source>
        <translation>Bild → Gene</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Genes → image</source>
        <translation>Gene → Bild</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+13"/>
        <source>Attention to neighbours</source>
        <translation>Aufmerksamkeit auf Nachbarn</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>How much this spot&apos;s morphology attends to the neighbour&apos;s expression</source>
        <translation>Wie stark die Morphologie dieses Spots auf die Expression des Nachbarn achtet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How much this spot&apos;s expression attends to the neighbour&apos;s morphology</source>
        <translation>Wie stark die Expression dieses Spots auf die Morphologie des Nachbarn achtet</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Detection</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Click a spot on the tissue to see its numbers.</source>
        <translation>Klicken Sie auf einen Spot im Gewebe, um seine Zahlen zu sehen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Spots appear here when a section is open.</source>
        <translation>Spots erscheinen hier, wenn ein Schnitt offen ist.</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Array row, column</source>
        <translation>Array-Zeile, -Spalte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>x, y (full-resolution px)</source>
        <translation>x, y (px voller Auflösung)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Not detected yet.</source>
        <translation>Noch nicht ausgewertet.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>cancer</source>
        <translation>Krebs</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not cancer</source>
        <translation>kein Krebs</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Score (0–1 in this section)</source>
        <translation>Wert (0–1 in diesem Schnitt)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Shown after a detection.</source>
        <translation>Wird nach einer Auswertung gezeigt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Weights of the model over the spot itself and its nearest neighbours; each column adds up to 1. Double-click a row to go there.</source>
        <translation>Gewichte des Modells über den Spot selbst und seine nächsten Nachbarn; jede Spalte ergibt 1. Doppelklick auf eine Zeile führt dorthin.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>itself</source>
        <translation>er selbst</translation>
    </message>
</context>
<context>
    <name>spacrd::SpotValueLayer</name>
    <message>
        <location filename="../widgets/layers/spotvaluelayer.cpp" line="+109"/>
        <source>mean of %1 × %1 bins</source>
        <translation>Mittel aus %1 × %1 Bins</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>maximum of %1 × %1 bins</source>
        <translation>Maximum aus %1 × %1 Bins</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>mean of the spots in a pixel</source>
        <translation>Mittel der Spots in einem Pixel</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>maximum of the spots in a pixel</source>
        <translation>Maximum der Spots in einem Pixel</translation>
    </message>
</context>
<context>
    <name>spacrd::Texts</name>
    <message>
        <location filename="../widgets/panels/texts.cpp" line="+36"/>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>about %1 h left</source>
        <translation>noch etwa %1 h</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1.</source>
        <comment>a hint as a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 %2/s</source>
        <translation>%1 %2/s</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>%1 mm²</source>
        <translation>%1 mm²</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 µm²</source>
        <translation>%1 µm²</translation>
    </message>
</context>
<context>
    <name>spacrd::ThresholdBox</name>
    <message>
        <location filename="../widgets/panels/thresholdbox.cpp" line="+38"/>
        <source>Threshold rule</source>
        <translation>Schwellenregel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Probability at least…</source>
        <translation>Wahrscheinlichkeit mindestens …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Two groups of scores (GMM)</source>
        <translation>Zwei Gruppen von Werten (GMM)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Highest scores, by percentile</source>
        <translation>Höchste Werte, nach Perzentil</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A spot is cancer when the model&apos;s probability reaches the number below.</source>
        <translation>Ein Spot gilt als Krebs, wenn die Wahrscheinlichkeit des Modells die Zahl unten erreicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fits two bell curves to the scores of this section and cuts where they cross.</source>
        <translation>Passt zwei Glockenkurven an die Werte dieses Schnitts an und trennt, wo sie sich kreuzen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A spot is cancer when its score is above that share of all spots.</source>
        <translation>Ein Spot gilt als Krebs, wenn sein Wert über diesem Anteil aller Spots liegt.</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+3"/>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Move to redraw the regions at once</source>
        <translation>Bewegen, um die Regionen sofort neu zu zeichnen</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>Cancer: probability ≥ %1</source>
        <translation>Krebs: Wahrscheinlichkeit ≥ %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancer: score ≥ %1 (0 = lowest, 1 = highest of this section)</source>
        <translation>Krebs: Wert ≥ %1 (0 = niedrigster, 1 = höchster dieses Schnitts)</translation>
    </message>
</context>
<context>
    <name>spacrd::TileLoader</name>
    <message>
        <location filename="../widgets/slideview/tileloader.cpp" line="+46"/>
        <source>A part of “%1” cannot be read and is drawn hatched. %2 Reading it is tried again by itself: see that the file is whole and its disk connected.</source>
        <translation>Ein Teil von „%1“ kann nicht gelesen werden und ist schraffiert. %2 Das Lesen wird von selbst wieder versucht: prüfen Sie, ob die Datei ganz und ihr Datenträger verbunden ist.</translation>
    </message>
    <message>
        <location line="+368"/>
        <source>The stain of this slide cannot be normalised: too little of it is stained by two dyes. It is shown as it was scanned.</source>
        <translation>Die Färbung dieses Schnitts kann nicht normiert werden: Zu wenig davon ist mit zwei Farbstoffen gefärbt. Er wird gezeigt, wie er gescannt wurde.</translation>
    </message>
</context>
<context>
    <name>spacrd::TourDialog</name>
    <message>
        <location filename="../app/studio/tourdialog.cpp" line="+26"/>
        <source>Five-minute tour</source>
        <translation>Fünf-Minuten-Rundgang</translation>
    </message>
</context>
<context>
    <name>spacrd::WelcomePage</name>
    <message>
        <location filename="../app/studio/welcomepage.cpp" line="+62"/>
        <source>SpaCRD Studio</source>
        <translation>SpaCRD Studio</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Finds cancer regions from tissue morphology and gene expression together</source>
        <translation>Findet Krebsregionen aus Gewebemorphologie und Genexpression zusammen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A whole-slide image, a counts table or a picture</source>
        <translation>Ein Ganzschnittbild, eine Zähltabelle oder ein Bild</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open section folder…</source>
        <translation>Schnittordner öffnen …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The “outs” folder of Space Ranger, with its slide</source>
        <translation>Der Ordner „outs“ von Space Ranger mit seinem Bild</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>A made-up section: see everything at work in a minute</source>
        <translation>Ein künstlicher Schnitt: alles in einer Minute in Aktion</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Or drop a file or folder anywhere on this window.</source>
        <translation>Oder ziehen Sie eine Datei oder einen Ordner auf dieses Fenster.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open sample…</source>
        <translation>Probe öffnen…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Name the parts of a sample: data, section, slide, positions, scale</source>
        <translation>Die Teile einer Probe nennen: Daten, Schnitt, Schnittbild, Positionen, Maßstab</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What you open will be listed here.</source>
        <translation>Was Sie öffnen, wird hier aufgelistet.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Recently opened</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>%1 — not there any more</source>
        <translation>%1 — nicht mehr vorhanden</translation>
    </message>
</context>
</TS>
