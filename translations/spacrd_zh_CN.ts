<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>core</name>
    <message>
        <location filename="../core/base/atomicfile.cpp" line="+34"/>
        <source>The file could not be written: %1.</source>
        <translation>无法写入文件：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the folder exists, can be written and the disk has room</source>
        <translation>请检查文件夹是否存在、可写，以及磁盘空间是否充足</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The name of the file or folder to write is empty.</source>
        <translation>要写入的文件或文件夹的名称为空。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give it a name</source>
        <translation>请给出名称</translation>
    </message>
    <message>
        <location filename="../core/base/sha256.cpp" line="+26"/>
        <source>The SHA-256 of libcrypto could not be started.</source>
        <translation>无法启动 libcrypto 的 SHA-256。</translation>
    </message>
    <message>
        <location line="+27"/>
        <location filename="../core/base/textfile.cpp" line="+33"/>
        <location line="+18"/>
        <location filename="../core/slide/refusal.cpp" line="+28"/>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="+42"/>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <location filename="../core/base/textfile.cpp" line="-25"/>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="-22"/>
        <source>The file does not exist.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="+2"/>
        <source>A file was expected, but this is a folder.</source>
        <translation>需要文件，但这是文件夹。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>copy what comes out of a pipe or device into a file</source>
        <translation>请把管道或设备输出的内容先复制到文件中</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The file holds a NUL byte in line %1; it is not a text file.</source>
        <translation>该文件第 %1 行含有 NUL 字节，不是文本文件。</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The compressed file is damaged or cut short: %1.</source>
        <translation>压缩文件已损坏或不完整：%1。</translation>
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
        <translation>请重新下载或复制该文件</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The compressed file unpacks to more than %1 times its size, which no such file does.</source>
        <translation>压缩文件解压后超过其大小的 %1 倍，正常文件不会如此。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>look at what it holds; a plain text file is read at any size</source>
        <translation>请检查其内容；纯文本文件无论多大都可读取</translation>
    </message>
    <message>
        <location filename="../core/base/table.cpp" line="+74"/>
        <source>Line %1 has more than %2 cells, which no such table has.</source>
        <translation>第 %1 行的单元格超过 %2 个，正常表格不会如此。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Line %1 is longer than %2 bytes, or a quote in it is never closed.</source>
        <translation>第 %1 行超过 %2 字节，或其中的引号没有闭合。</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The table reader could not be started.</source>
        <translation>无法启动表格读取器。</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>A quote opened before line %1 is never closed.</source>
        <translation>第 %1 行之前的引号没有闭合。</translation>
    </message>
    <message>
        <location line="+21"/>
        <location filename="../core/transcriptome/parquet/parquet.cpp" line="+24"/>
        <location filename="../core/transcriptome/positions.cpp" line="+43"/>
        <location filename="../core/transcriptome/xenium.cpp" line="+141"/>
        <source>The table has no column named &quot;%1&quot;.</source>
        <translation>表格中没有名为“%1”的列。</translation>
    </message>
    <message>
        <location line="+17"/>
        <location filename="../core/transcriptome/xenium.cpp" line="+9"/>
        <source>Line %1 has %2 cells where the header has %3.</source>
        <translation>第 %1 行有 %2 个单元格，而表头有 %3 个。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The table is empty.</source>
        <translation>表格为空。</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>The file is larger than the %1 bytes such a file may have.</source>
        <translation>文件超过此类文件允许的 %1 字节。</translation>
    </message>
    <message>
        <location filename="../core/evaluate/metrics.cpp" line="+20"/>
        <source>There is no labelled spot to evaluate.</source>
        <translation>没有可供评估的带标签点位。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the labels belong to this sample</source>
        <translation>请检查标签是否属于此样本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There are %1 scores but %2 labels.</source>
        <translation>有 %1 个得分，但有 %2 个标签。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give one label for each score</source>
        <translation>请为每个得分提供一个标签</translation>
    </message>
    <message>
        <location line="+10"/>
        <location filename="../core/evaluate/mixture.cpp" line="+313"/>
        <source>A score is not a finite number.</source>
        <translation>某个得分不是有限数。</translation>
    </message>
    <message>
        <location filename="../core/evaluate/calibration.cpp" line="+23"/>
        <source>There are %1 logits but %2 labels.</source>
        <translation>有 %1 个 logit，却有 %2 个标签。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give one label for each logit</source>
        <translation>请为每个 logit 给出一个标签</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A logit is not a finite number.</source>
        <translation>有一个 logit 不是有限数。</translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../core/evaluate/logistic.cpp" line="+34"/>
        <location filename="../core/evaluate/metrics.cpp" line="+4"/>
        <location filename="../core/fusion/familiarity.cpp" line="+169"/>
        <source>The label %1 is neither 0 nor 1.</source>
        <translation>标签 %1 既不是 0 也不是 1。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Probabilities cannot be calibrated on spots of one class only.</source>
        <translation>只有一个类别的点位，无法校准概率。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hold out a section with both cancer and other tissue</source>
        <translation>请留出一张既有癌组织又有其他组织的切片</translation>
    </message>
    <message>
        <location line="+143"/>
        <source>The model&apos;s calibration has no usable knots.</source>
        <translation>模型的校准没有可用的节点。</translation>
    </message>
    <message>
        <location filename="../core/evaluate/metrics.cpp" line="+93"/>
        <source>A percentile of no values was asked for.</source>
        <translation>没有数值，无法计算百分位数。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A percentile lies between 0 and 100, not at %1.</source>
        <translation>百分位应在 0 到 100 之间，而不是 %1。</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The probability %1 does not lie between 0 and 1.</source>
        <translation>概率 %1 不在 0 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../core/evaluate/mixture.cpp" line="-4"/>
        <source>A mixture of two Gaussians needs at least two values.</source>
        <translation>双高斯混合模型至少需要两个数值。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use another threshold rule</source>
        <translation>请使用其他阈值规则</translation>
    </message>
    <message>
        <location filename="../core/evaluate/threshold.cpp" line="+25"/>
        <source>The scores do not fall into two groups: the two Gaussian components do not cross between their means, so the threshold is the midpoint %1.</source>
        <translation>得分没有分成两组：两个高斯分量在均值之间没有交点，因此取中点 %1 作为阈值。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The scores do not fall into two groups: there is no clear valley between the two Gaussian components, so the threshold %1 cuts through one group of spots.</source>
        <translation>得分没有分成两组：两个高斯分量之间没有明显的谷，因此阈值 %1 会切开同一组点位。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The threshold rule &quot;%1&quot; does not name a percentile.</source>
        <translation>阈值规则“%1”没有给出百分位。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write percentile:Q with Q between 0 and 100</source>
        <translation>请写成 percentile:Q,Q 在 0 到 100 之间</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The threshold rule &quot;%1&quot; is not known.</source>
        <translation>未知的阈值规则“%1”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use auto, gmm, percentile:Q or a probability between 0 and 1</source>
        <translation>请使用 auto、gmm、percentile:Q 或 0 到 1 之间的概率</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>There are no spots to decide on.</source>
        <translation>没有可供判定的点位。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There are %1 scores but %2 probabilities.</source>
        <translation>有 %1 个得分，但有 %2 个概率。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The score of spot number %1 is not a finite number.</source>
        <translation>第 %1 个点位的得分不是有限数。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>No spot reaches the threshold %1: nothing is marked as cancer in this section.</source>
        <translation>没有点位达到阈值 %1：本切片中未标出任何癌区。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Every spot reaches the threshold %1: the whole section is marked as cancer.</source>
        <translation>所有点位都达到阈值 %1：整张切片被标为癌。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>None of the %1 marked spots reaches a probability of 0.5: the threshold divides the section by its own scores, whether there is cancer in it or not.</source>
        <translation>标出的 %1 个点位的概率都未达到 0.5：阈值只按切片自身的得分划分，不论其中是否有癌。</translation>
    </message>
    <message>
        <location filename="../core/exchange/labels.cpp" line="+131"/>
        <source>No row of the labels names a spot of the sample: the table says &quot;%1&quot;, the sample &quot;%2&quot;.</source>
        <translation>标签表中没有任何一行对应样本的点位：表中为“%1”，样本中为“%2”。</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+15"/>
        <source>check that labels and sample belong together</source>
        <translation>请检查标签与样本是否匹配</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Only %1 of the %2 rows of the labels name one of the sample&apos;s %3 spots; they are those of another section.</source>
        <translation>标签共 %2 行，其中只有 %1 行指向样本的 %3 个点位；这些标签属于另一个样本。</translation>
    </message>
    <message>
        <location line="+78"/>
        <source>None of the positive classes &quot;%1&quot; occurs in the labels; the classes there are: %2.</source>
        <translation>标签中没有阳性类别“%1”；现有类别为：%2。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>correct the names of the positive classes</source>
        <translation>请更正阳性类别的名称</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The label &quot;%1&quot; is a class name, but no class is said to be positive; the classes are: %2.</source>
        <translation>标签“%1”是类别名称，但没有指定阳性类别；现有类别为：%2。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>name the positive classes, on the command line with --positive</source>
        <translation>请指定阳性类别，命令行中使用 --positive</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The table of labels has a header but no rows.</source>
        <translation>标签表只有表头，没有数据行。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The spot %1 has two rows with different labels.</source>
        <translation>点位 %1 有两行不同的标签。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave one row for each spot</source>
        <translation>请为每个点位只保留一行</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>None of the sample&apos;s spots has a label: all are empty or left out.</source>
        <translation>样本的点位都没有标签：全部为空或被排除。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the column of labels and the classes that are left out</source>
        <translation>请检查标签列和被排除的类别</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>No label is of the positive class &quot;%1&quot;; the classes there are: %2.</source>
        <translation>没有标签属于阳性类别“%1”；现有类别：%2。</translation>
    </message>
    <message>
        <location filename="../core/exchange/overlay.cpp" line="+78"/>
        <source>An overlay picture of %1 pixels cannot be drawn.</source>
        <translation>无法绘制 %1 像素的叠加图。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose between 300 and 20000 pixels</source>
        <translation>请选择 300 到 20000 像素</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>There are no spots to draw.</source>
        <translation>没有可绘制的点位。</translation>
    </message>
    <message>
        <location filename="../core/exchange/overlaysvg.cpp" line="+200"/>
        <source>%1 of %2 spots are called tumour (probability ≥ %3); regions: %4%5</source>
        <translation>%2 个点位中有 %1 个判为肿瘤（概率 ≥ %3）；区域：%4%5</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 spots are called tumour (score ≥ %3); regions: %4%5</source>
        <translation>%2 个点位中有 %1 个判为肿瘤（得分 ≥ %3）；区域：%4%5</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Score within this section</source>
        <translation>本样本内的得分</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Score within this section (line: threshold)</source>
        <translation>本样本内的得分（线：阈值）</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Tumour region</source>
        <translation>肿瘤区域</translation>
    </message>
    <message>
        <location filename="../core/exchange/png.cpp" line="+33"/>
        <source>The picture could not be drawn: %1.</source>
        <translation>无法绘制图片：%1。</translation>
    </message>
    <message>
        <location line="+55"/>
        <source>The drawing has another size than the picture below it.</source>
        <translation>绘图与其下方图片的尺寸不同。</translation>
    </message>
    <message>
        <location filename="../core/exchange/results.cpp" line="+24"/>
        <source>The sample has %1 spots, but the detection has %2 scores and %3 probabilities.</source>
        <translation>样本有 %1 个点位，但检测结果有 %2 个得分和 %3 个概率。</translation>
    </message>
    <message>
        <location line="+68"/>
        <source>Writing the result</source>
        <translation>正在写入结果</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>files</source>
        <translation>个文件</translation>
    </message>
    <message>
        <location filename="../core/fusion/detect.cpp" line="+49"/>
        <source>Detecting</source>
        <translation>正在检测</translation>
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
        <translation>个点位</translation>
    </message>
    <message>
        <location line="-15"/>
        <source>The sample has no image; the model used expression alone.</source>
        <translation>样本没有图像，模型仅使用了基因表达。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sample has no expression; the model used the image alone.</source>
        <translation>样本没有表达数据；模型只用了图像。</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>There is not enough memory for this computation.</source>
        <translation>内存不足，无法完成此计算。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use a smaller batch or the CPU</source>
        <translation>请减小批量或使用 CPU</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The computation failed inside LibTorch: %1.</source>
        <translation>LibTorch 内部计算失败：%1。</translation>
    </message>
    <message>
        <location line="+15"/>
        <location filename="../core/fusion/trainingset.cpp" line="+131"/>
        <source>Preparing expression</source>
        <translation>正在准备基因表达</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The sample has neither expression nor an image.</source>
        <translation>样本既没有表达数据也没有图像。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The sample has no expression, and the model knows nothing else.</source>
        <translation>样本没有表达数据，而模型只认识表达。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name its matrix or its image, or use a model trained with images</source>
        <translation>请指定其矩阵或图像，或使用带图像训练的模型</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The model needs the image encoder &quot;%1&quot;.</source>
        <translation>模型需要图像编码器“%1”。</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>There is no spot %1; the section has %2.</source>
        <translation>没有编号为 %1 的点位；切片共有 %2 个。</translation>
    </message>
    <message>
        <location line="-67"/>
        <source>The model was trained on the image encoder &quot;%1&quot;, not on &quot;%2&quot;.</source>
        <translation>模型是用图像编码器“%1”训练的，而不是“%2”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give the encoder file the model was trained with</source>
        <translation>请提供模型训练时所用的编码器文件</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>There is no spot to run the model on.</source>
        <translation>没有可供模型运行的点位。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The model gave a value that is not a number.</source>
        <translation>模型给出了非数值结果。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the model file with: spacrd model MODEL --check</source>
        <translation>请用以下命令检查模型文件：spacrd model MODEL --check</translation>
    </message>
    <message>
        <location filename="../core/fusion/device.cpp" line="+150"/>
        <source>The device &quot;%1&quot; cannot be used: %2.</source>
        <translation>设备“%1”无法使用：%2。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>use the device cpu or auto</source>
        <translation>请使用设备 cpu 或 auto</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no device &quot;%1&quot; on this machine.</source>
        <translation>本机没有设备“%1”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use auto, cpu or cuda:0 to cuda:%1</source>
        <translation>请使用 auto、cpu 或 cuda:0 至 cuda:%1</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>CUDA cannot be used: this program was built against a LibTorch without it.</source>
        <translation>无法使用 CUDA：本程序所用的 LibTorch 不含 CUDA。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>CUDA cannot be used: there is no NVIDIA driver on this computer.</source>
        <translation>无法使用 CUDA：这台计算机没有 NVIDIA 驱动。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>CUDA cannot be used: the NVIDIA driver runs CUDA %1 and this program needs %2.</source>
        <translation>无法使用 CUDA：NVIDIA 驱动支持 CUDA %1，而本程序需要 %2。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>CUDA cannot be used: the NVIDIA driver shows no graphics card to this program; see nvidia-smi and CUDA_VISIBLE_DEVICES.</source>
        <translation>无法使用 CUDA：NVIDIA 驱动没有向本程序提供显卡；请查看 nvidia-smi 和 CUDA_VISIBLE_DEVICES。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>CUDA cannot be used: the NVIDIA driver does not start (%1).</source>
        <translation>无法使用 CUDA：NVIDIA 驱动无法启动（%1）。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>CUDA cannot be used: %1.</source>
        <translation>无法使用 CUDA：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>CUDA cannot be used: LibTorch finds no device, although the NVIDIA driver does.</source>
        <translation>无法使用 CUDA：NVIDIA 驱动能找到设备，LibTorch 却找不到。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&quot;%1&quot; is not the name of a device.</source>
        <translation>“%1”不是设备名。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use auto, cpu, cuda or cuda:N</source>
        <translation>请使用 auto、cpu、cuda 或 cuda:N</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>use another device, or cpu</source>
        <translation>请使用其他设备或 cpu</translation>
    </message>
    <message>
        <location filename="../core/fusion/modelfile.cpp" line="+74"/>
        <source>The file holds tensors but no SpaCRD model card.</source>
        <translation>文件中有张量，但没有 SpaCRD 模型卡。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use a model file written by this program</source>
        <translation>请使用本程序写出的模型文件</translation>
    </message>
    <message>
        <location line="+13"/>
        <location line="+80"/>
        <source>The model lacks the tensor &quot;%1&quot;.</source>
        <translation>模型缺少张量“%1”。</translation>
    </message>
    <message>
        <location line="-78"/>
        <location line="+80"/>
        <source>Tensor &quot;%1&quot; is %2; the model card asks for %3.</source>
        <translation>张量“%1”为 %2；模型卡要求 %3。</translation>
    </message>
    <message>
        <location line="-10"/>
        <source>Tensor &quot;%1&quot; holds a variance below 0.</source>
        <translation>张量“%1”含有小于 0 的方差。</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Checking tensors</source>
        <translation>正在检查张量</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>tensors</source>
        <translation>个张量</translation>
    </message>
    <message>
        <location line="-82"/>
        <source>The model holds an unknown tensor &quot;%1&quot;.</source>
        <translation>模型中有未知张量“%1”。</translation>
    </message>
    <message>
        <location line="-5"/>
        <location line="+69"/>
        <location filename="../core/fusion/safetensors.cpp" line="+33"/>
        <location filename="../core/fusion/untrusted.cpp" line="+94"/>
        <source>the model file is damaged or is not one of ours; fetch it again</source>
        <translation>模型文件已损坏或不是本程序的模型，请重新获取</translation>
    </message>
    <message>
        <location filename="../core/fusion/cardfields.cpp" line="+22"/>
        <location line="+127"/>
        <source>the file is damaged or was made by another program</source>
        <translation>文件已损坏或由其他程序生成</translation>
    </message>
    <message>
        <location line="-120"/>
        <source>The model card&apos;s field &quot;%1&quot; is missing.</source>
        <translation>模型卡的字段“%1”缺失。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The model card&apos;s field &quot;%1&quot; has too long a name.</source>
        <translation>模型卡的字段“%1”名称过长。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; is neither true nor false.</source>
        <translation>模型卡的字段“%1”既不是 true 也不是 false。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; is not a whole number.</source>
        <translation>模型卡的字段“%1”不是整数。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The model card&apos;s field &quot;%1&quot; is %2, outside %3 to %4.</source>
        <translation>模型卡的字段“%1”为 %2，超出 %3 到 %4。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The model card&apos;s field &quot;%1&quot; holds something else than finite numbers.</source>
        <translation>模型卡的字段“%1”含有并非有限数的内容。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The model card&apos;s field &quot;%1&quot; holds a number outside its range.</source>
        <translation>模型卡的字段“%1”含有超出范围的数。</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The model card&apos;s field &quot;%1&quot; is not text.</source>
        <translation>模型卡的字段“%1”不是文本。</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; is too long.</source>
        <translation>模型卡的字段“%1”过长。</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>The model card&apos;s field &quot;%1&quot; is not a list.</source>
        <translation>模型卡的字段“%1”不是列表。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The model card&apos;s field &quot;%1&quot; holds something else than text.</source>
        <translation>模型卡的字段“%1”含有并非文本的内容。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The model card&apos;s field &quot;%1&quot; holds too long a text.</source>
        <translation>模型卡的字段“%1”含有过长的文本。</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>The model card&apos;s field &quot;%1&quot; holds %2 numbers instead of %3.</source>
        <translation>模型卡的字段“%1”含有 %2 个数，应为 %3 个。</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The model card&apos;s field &quot;%1&quot; is not an object.</source>
        <translation>模型卡的字段“%1”不是对象。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The model card&apos;s field &quot;%1&quot; holds something else than objects.</source>
        <translation>模型卡的字段“%1”含有并非对象的内容。</translation>
    </message>
    <message>
        <location filename="../core/fusion/modelcard.cpp" line="+101"/>
        <source>The model card&apos;s field &quot;%1&quot; is no SHA-256 of 64 small hexadecimal digits.</source>
        <translation>模型卡的字段“%1”不是由 64 个小写十六进制数字组成的 SHA-256。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The model card&apos;s field &quot;%1&quot; is not the patch&apos;s µm divided by its pixels.</source>
        <translation>模型卡的字段“%1”不等于图块的 µm 除以其像素数。</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>The model card&apos;s field &quot;%1&quot; is neither temperature nor isotonic.</source>
        <translation>模型卡的字段“%1”既不是 temperature 也不是 isotonic。</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+52"/>
        <source>The model card&apos;s field &quot;%1&quot; is empty.</source>
        <translation>模型卡的字段“%1”为空。</translation>
    </message>
    <message>
        <location line="-48"/>
        <source>The model card&apos;s field &quot;%1&quot; does not rise.</source>
        <translation>模型卡的字段“%1”不是递增的。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The model card&apos;s field &quot;%1&quot; falls.</source>
        <translation>模型卡的字段“%1”出现下降。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The model card&apos;s field &quot;%1&quot; has another length than the encoder&apos;s features.</source>
        <translation>模型卡的字段“%1”长度与编码器的特征数不同。</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The model card&apos;s field &quot;%1&quot; names a gene twice.</source>
        <translation>模型卡字段“%1”中有重复的基因。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; has another length than the list of its genes.</source>
        <translation>模型卡的字段“%1”与其基因列表长度不同。</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The model wants the normalisation &quot;%1&quot;; this program does &quot;%2&quot;.</source>
        <translation>模型要求归一化方式“%1”；本程序使用“%2”。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The model card&apos;s field &quot;%1&quot; says otherwise than the field &quot;encoder&quot;.</source>
        <translation>模型卡的字段“%1”与字段“encoder”不一致。</translation>
    </message>
    <message>
        <location line="+79"/>
        <source>The model card is not valid JSON.</source>
        <translation>模型卡不是有效的 JSON。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The model has format %1; this program reads up to %2.</source>
        <translation>模型格式为 %1，本程序最高支持 %2。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>use a newer version of the program</source>
        <translation>请使用更新版本的程序</translation>
    </message>
    <message>
        <location line="-82"/>
        <source>The model was made for %1 neighbours; this program uses %2.</source>
        <translation>模型使用 %1 个相邻点位，本程序使用 %2 个。</translation>
    </message>
    <message>
        <location filename="../core/fusion/safetensors.cpp" line="+198"/>
        <source>There is no such model file.</source>
        <translation>没有这个模型文件。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>check the path</source>
        <translation>请检查路径</translation>
    </message>
    <message>
        <location line="-134"/>
        <source>Tensor &quot;%1&quot; has the type %2; only F32 and F16 are read.</source>
        <translation>张量“%1”的类型为 %2；仅支持 F32 和 F16。</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+3"/>
        <source>The description of tensor &quot;%1&quot; is malformed.</source>
        <translation>张量“%1”的描述有误。</translation>
    </message>
    <message>
        <location line="-24"/>
        <source>Tensor &quot;%1&quot; claims a shape larger than the file.</source>
        <translation>张量“%1”声明的形状大于文件。</translation>
    </message>
    <message>
        <location line="-37"/>
        <source>This is a PyTorch file, which could run code; model files are .spacrd files.</source>
        <translation>这是 PyTorch 文件，可能会执行代码；模型文件的扩展名是 .spacrd。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the help page &quot;Model files&quot; (resources/help/modelfiles.md) shows how to turn one into the other</source>
        <translation>帮助页“模型文件”（resources/help/modelfiles.md）说明如何转换</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>This is an HDF5 file, not a model file.</source>
        <translation>这是 HDF5 文件，不是模型文件。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>model files are .spacrd files</source>
        <translation>模型文件的扩展名是 .spacrd</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Tensor &quot;%1&quot; has an extent that is not a number from 1 on.</source>
        <translation>张量“%1”的某一维大小不是从 1 起的数。</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Tensor &quot;%1&quot; lies outside the file.</source>
        <translation>张量“%1”超出文件范围。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Tensor &quot;%1&quot; has other bytes than its shape needs.</source>
        <translation>张量“%1”的字节数与其形状不符。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The tensors overlap or leave gaps.</source>
        <translation>张量之间有重叠或空隙。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file is longer or shorter than its tensors.</source>
        <translation>文件长度与其张量不符。</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The model file is empty.</source>
        <translation>模型文件是空的。</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+7"/>
        <source>The model file is cut short, or is not a safetensors file.</source>
        <translation>模型文件不完整，或不是 safetensors 文件。</translation>
    </message>
    <message>
        <location line="-5"/>
        <location line="+58"/>
        <source>The header of the model file is longer than %1 bytes.</source>
        <translation>模型文件的文件头超过 %1 字节。</translation>
    </message>
    <message>
        <location line="-23"/>
        <source>Tensor &quot;%1&quot; holds %2, too large for half precision.</source>
        <translation>张量“%1”含有 %2，超出半精度范围。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write the model in full precision</source>
        <translation>请以全精度写出模型</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>This is a folder, not a model file.</source>
        <translation>这是文件夹，不是模型文件。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>name a .spacrd file</source>
        <translation>请指定 .spacrd 文件</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The model file cannot be opened.</source>
        <translation>无法打开模型文件。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that it is a file, that its links lead to one, and that you may read it</source>
        <translation>请检查它是否为文件、其链接是否指向文件，以及您是否有读取权限</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The header of the model file is not a JSON object.</source>
        <translation>模型文件的头部不是 JSON 对象。</translation>
    </message>
    <message>
        <location line="-111"/>
        <source>The metadata of the model file is not an object.</source>
        <translation>模型文件的元数据不是对象。</translation>
    </message>
    <message>
        <location line="+147"/>
        <source>Tensor &quot;%1&quot; cannot be read.</source>
        <translation>无法读取张量“%1”。</translation>
    </message>
    <message>
        <location line="-93"/>
        <location line="+95"/>
        <source>Tensor &quot;%1&quot; holds a value that is not a finite number.</source>
        <translation>张量“%1”含有非有限数。</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>The model file could not be written.</source>
        <translation>无法写入模型文件。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/phantom/gziptext.h" line="+48"/>
        <location filename="../core/phantom/picture.cpp" line="+61"/>
        <location filename="../core/phantom/slidewriter.cpp" line="+71"/>
        <location line="+112"/>
        <location filename="../core/phantom/tenxwriter.cpp" line="+37"/>
        <source>check that the disk has room</source>
        <translation>请检查磁盘空间是否充足</translation>
    </message>
    <message>
        <location filename="../core/fusion/train.cpp" line="+372"/>
        <source>The loss of epoch %1 is not a finite number.</source>
        <translation>第 %1 轮的损失不是有限数。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use a lower learning rate</source>
        <translation>请使用更小的学习率</translation>
    </message>
    <message>
        <location line="-179"/>
        <source>batches</source>
        <translation>个批次</translation>
    </message>
    <message>
        <location line="-89"/>
        <source>Went on from the checkpoint after epoch %1 of stage %2.</source>
        <translation>已从第 %2 阶段第 %1 轮后的检查点继续。</translation>
    </message>
    <message>
        <location line="+154"/>
        <source>Training: aligning image and expression</source>
        <translation>训练：对齐图像与基因表达</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>Training: fusion and classifier</source>
        <translation>训练：融合与分类器</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The loss of epoch %1 is not a finite number; the model is that of epoch %2.</source>
        <translation>第 %1 轮的损失不是有限数；模型取第 %2 轮的结果。</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>Stopped after epoch %1; epoch %2 had the best validation AUC, %3.</source>
        <translation>在第 %1 轮后停止；第 %2 轮的验证 AUC 最高，为 %3。</translation>
    </message>
    <message>
        <location line="+93"/>
        <source>Training needs at least one section.</source>
        <translation>训练至少需要一个样本。</translation>
    </message>
    <message>
        <location line="-43"/>
        <source>The labels of the validation sections do not bear the model out; its probability is not calibrated on them.</source>
        <translation>验证切片的标签不支持该模型；其概率未据此校准。</translation>
    </message>
    <message>
        <location filename="../core/fusion/trainingset.cpp" line="-112"/>
        <source>There is not one label for every spot.</source>
        <translation>并非每个点位都有一个标签。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Training needs spots of both classes; the labels give %1 cancer and %2 other spots.</source>
        <translation>训练需要两类点位；标签中有 %1 个癌点位和 %2 个其他点位。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>check the labels and the names of the positive classes</source>
        <translation>请检查标签和阳性类别的名称</translation>
    </message>
    <message>
        <location filename="../core/histology/featurefile.cpp" line="+23"/>
        <location line="+15"/>
        <source>The features could not be written as HDF5.</source>
        <translation>无法将特征写为 HDF5。</translation>
    </message>
    <message>
        <location filename="../core/histology/features.cpp" line="+0"/>
        <source>Encoding image patches</source>
        <translation>正在编码图像块</translation>
    </message>
    <message>
        <location filename="../core/histology/patch.cpp" line="+10"/>
        <source>The sample has no image to take features from.</source>
        <translation>样本没有可提取特征的图像。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name its slide with --slide</source>
        <translation>请用 --slide 指定其切片图像</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The size of a pixel in µm is not known, so patches cannot be cut.</source>
        <translation>像素的微米大小未知，无法截取图像块。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>import the image with its µm per pixel: spacrd import --mpp</source>
        <translation>请在导入图像时给出每像素微米数：spacrd import --mpp</translation>
    </message>
    <message>
        <location filename="../core/histology/torchscriptencoder.cpp" line="+27"/>
        <source>The encoder is not a TorchScript module.</source>
        <translation>编码器不是 TorchScript 模块。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>save it with torch.jit.script or torch.jit.trace</source>
        <translation>请用 torch.jit.script 或 torch.jit.trace 保存</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>The encoder failed: %1.</source>
        <translation>编码器运行失败：%1。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The encoder does not give one row of features per patch.</source>
        <translation>编码器没有为每个图像块给出一行特征。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it must map (B, 3, 224, 224) to (B, D)</source>
        <translation>它必须将 (B, 3, 224, 224) 映射为 (B, D)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The encoder gave a value that is not a number.</source>
        <translation>编码器给出了非数值结果。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>There is no such encoder file.</source>
        <translation>没有这个编码器文件。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use builtin, or name a TorchScript file</source>
        <translation>请使用 builtin，或指定 TorchScript 文件</translation>
    </message>
    <message>
        <location filename="../core/phantom/counts.cpp" line="+0"/>
        <source>Writing counts</source>
        <translation>正在写入计数</translation>
    </message>
    <message>
        <location filename="../core/phantom/layout.cpp" line="+23"/>
        <source>choose a number in that range</source>
        <translation>请选择该范围内的数</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The width and height of a phantom must be between %1 and %2 pixels.</source>
        <translation>模拟样本的宽和高必须在 %1 到 %2 像素之间。</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The number of spots of a phantom must be between %1 and %2.</source>
        <translation>模拟样本的点位数必须在 %1 到 %2 之间。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The number of genes of a phantom must be between %1 and %2.</source>
        <translation>模拟样本的基因数必须在 %1 到 %2 之间。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The tumour fraction of a phantom must be between %1 and %2.</source>
        <translation>模拟样本的肿瘤比例必须在 %1 到 %2 之间。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The batch effect of a phantom must be between %1 and %2.</source>
        <translation>模拟样本的批次效应必须在 %1 到 %2 之间。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 spots need a picture of %2 pixels a side, and %3 are the most.</source>
        <translation>%1 个点位需要边长 %2 像素的图片，而上限为 %3。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>name a width and height as well, so that the pixels become larger</source>
        <translation>请同时给出宽和高，使像素变大</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 spots in a picture of %2 by %3 pixels would make a pixel %4 µm wide.</source>
        <translation>在 %2 × %3 像素的图片中放 %1 个点位，像素将宽 %4 µm。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>choose a size that gives pixels of 0.1 to 20 µm, or leave it out</source>
        <translation>请选择使像素为 0.1 到 20 µm 的尺寸，或不指定</translation>
    </message>
    <message>
        <location filename="../core/phantom/phantom.cpp" line="+59"/>
        <source>Planning the section</source>
        <translation>正在规划样本</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The picture is too small to hold a spot in tissue.</source>
        <translation>图片太小，组织中容不下一个点位。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a larger width and height</source>
        <translation>请选择更大的宽和高</translation>
    </message>
    <message>
        <location filename="../core/phantom/picture.cpp" line="-1"/>
        <source>The picture could not be written: %1.</source>
        <translation>无法写入图片：%1。</translation>
    </message>
    <message>
        <location filename="../core/phantom/slidewriter.cpp" line="-113"/>
        <source>The slide&apos;s lower levels could not be stored: %1.</source>
        <translation>无法保存切片图像的低分辨率层：%1。</translation>
    </message>
    <message>
        <location line="+112"/>
        <source>The slide could not be written: %1.</source>
        <translation>无法写入切片图像：%1。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Painting the slide</source>
        <translation>正在绘制切片图像</translation>
    </message>
    <message>
        <location line="+0"/>
        <location filename="../core/sample/focusmap.cpp" line="+56"/>
        <location filename="../core/sample/tissuemap.cpp" line="+198"/>
        <location filename="../core/slide/cache.cpp" line="+191"/>
        <location filename="../core/slide/import.cpp" line="+54"/>
        <location line="+37"/>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../core/phantom/tenxwriter.cpp" line="-1"/>
        <source>The count matrix could not be written.</source>
        <translation>无法写入计数矩阵。</translation>
    </message>
    <message>
        <location filename="../core/preprocess/expression.cpp" line="+112"/>
        <source>The sections have no gene in common.</source>
        <translation>各样本没有共同的基因。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that all of them name their genes the same way, by symbol or Ensembl id</source>
        <translation>请检查它们是否都以相同方式命名基因，即用基因符号或 Ensembl ID</translation>
    </message>
    <message>
        <location filename="../core/region/geos.cpp" line="+11"/>
        <source>The geometry library GEOS could not be started.</source>
        <translation>无法启动几何库 GEOS。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The regions could not be computed: %1.</source>
        <translation>无法计算区域：%1。</translation>
    </message>
    <message>
        <location filename="../core/region/lattice.cpp" line="+146"/>
        <location filename="../core/region/voronoicells.cpp" line="+48"/>
        <source>The size of the spots is not known, so no region can be drawn.</source>
        <translation>点位大小未知，无法绘制区域。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/region/voronoicells.cpp" line="+1"/>
        <source>give the scale factors of the sample</source>
        <translation>请提供样本的比例因子</translation>
    </message>
    <message>
        <location line="+115"/>
        <location filename="../core/region/voronoicells.cpp" line="+115"/>
        <source>The position of spot %1 is not a pixel of any image.</source>
        <translation>点位 %1 的位置不是任何图像的像素。</translation>
    </message>
    <message>
        <location filename="../core/region/region.cpp" line="+136"/>
        <source>The section has %1 spots, but there are %2 classes, %3 scores and %4 probabilities.</source>
        <translation>样本有 %1 个点位，但有 %2 个类别、%3 个得分和 %4 个概率。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The class %1 is neither 0 nor 1.</source>
        <translation>类别 %1 既不是 0 也不是 1。</translation>
    </message>
    <message>
        <location filename="../core/sample/join.cpp" line="+46"/>
        <source>if the image is the reduced copy of Space Ranger, say --slide-scale %1</source>
        <translation>如果图像是 Space Ranger 的缩小副本，请使用 --slide-scale %1</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>if the image is a reduced copy, give its pixels per full-resolution pixel with --slide-scale; it is at most %1</source>
        <translation>如果图像是缩小副本，请用 --slide-scale 给出每个全分辨率像素对应的像素数；最大为 %1</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>There is no way named &quot;%1&quot; to align this section and slide.</source>
        <translation>没有名为“%1”的方式可用来对齐此样本与切片图像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>there are suggested, rotate-90, rotate-180, rotate-270, flip-x, flip-y, transpose, transverse, and those that a warning names</source>
        <translation>可用的有 suggested、rotate-90、rotate-180、rotate-270、flip-x、flip-y、transpose、transverse，以及警告中给出的名称</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>check that the slide and the spots belong to the same section</source>
        <translation>请检查切片图像与点位是否属于同一样本</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>they lie on its tissue with --align %1</source>
        <translation>使用 --align %1 后点位会落在组织上</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Only %1 of %2 spots lie on the image of %3 × %4 pixels.</source>
        <translation>%2 个点位中只有 %1 个落在 %3 × %4 像素的图像上。</translation>
    </message>
    <message>
        <location line="+47"/>
        <source>No gene has a count in any spot.</source>
        <translation>任何点位中都没有基因计数。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All %1 spots lie at one place, so the positions are not those of a section.</source>
        <translation>全部 %1 个点位位于同一位置，因此这些坐标不是切片的坐标。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The image that came with the data (%1) cannot be used, so the expression is used alone.</source>
        <translation>无法使用随数据附带的图像（%1），因此只使用表达数据。</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>No image was found beside the data, so the expression is used alone; name the section&apos;s slide with --slide.</source>
        <translation>数据旁未找到图像，因此仅使用表达数据；请用 --slide 指定该样本的切片。</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>The sample has no slide to align its spots with.</source>
        <translation>该样本没有可与点位对齐的切片图像。</translation>
    </message>
    <message>
        <location filename="../core/sample/proof.cpp" line="+31"/>
        <source>%1 of %2 spots lie outside the image.</source>
        <translation>%2 个点位中有 %1 个位于图像之外。</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1 % of the spots lie where the image shows no tissue.</source>
        <translation>%1 % 的点位所在之处图像上没有组织。</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The slide says %1 µm per pixel, the distance of the spots %2; check that they belong together.</source>
        <translation>切片图像标明每像素 %1 µm，而按点位间距为 %2；请检查二者是否匹配。</translation>
    </message>
    <message>
        <location filename="../core/sample/join.cpp" line="-96"/>
        <source>The spots have no pixel positions, so they cannot be placed on a slide.</source>
        <translation>点位没有像素坐标，无法放到切片图像上。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a table of spots with pixel_x and pixel_y, or leave the slide out</source>
        <translation>请提供含 pixel_x 和 pixel_y 的点位表，或不使用切片图像</translation>
    </message>
    <message>
        <location filename="../core/sample/alignment.cpp" line="+12"/>
        <source>The scale of the slide (--slide-scale) must be greater than zero.</source>
        <translation>切片比例 (--slide-scale) 必须大于零。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The six numbers of the alignment do not make a map that can be followed both ways.</source>
        <translation>对齐的六个数不能构成可双向换算的映射。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>they must be finite, and stretch no direction more than a thousandfold against another</source>
        <translation>它们必须是有限数，且任一方向的拉伸不得超过另一方向的一千倍</translation>
    </message>
    <message>
        <location filename="../core/sample/join.cpp" line="+82"/>
        <source>The image is a reduced copy (%1 of the full resolution); name the full-resolution slide to see and use more.</source>
        <translation>图像是缩小副本（全分辨率的 %1）；请指定全分辨率切片图像以看到并利用更多细节。</translation>
    </message>
    <message>
        <location filename="../core/sample/samplefile.cpp" line="+34"/>
        <source>The value of &quot;%1&quot; in the sample file is not the name of a file.</source>
        <translation>样本描述文件中“%1”的值不是文件名。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file that the sample file names under &quot;%1&quot; does not exist.</source>
        <translation>样本描述文件在“%1”下指定的文件不存在。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The sample file has a key &quot;%1&quot; that is not known.</source>
        <translation>样本描述文件中有未知的键“%1”。</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The value of &quot;alignment&quot; in the sample file is not a list of six numbers.</source>
        <translation>样本文件中“alignment”的值不是六个数的列表。</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The sample file is not a JSON object.</source>
        <translation>样本描述文件不是 JSON 对象。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The sample file does not name the counts (key &quot;counts&quot;).</source>
        <translation>样本描述文件没有指定计数（键“counts”）。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The value of &quot;library&quot; in the sample file is not the name of a section.</source>
        <translation>样本文件中“library”的值不是样本名称。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The value of &quot;slide_scale&quot; in the sample file is not a number greater than zero.</source>
        <translation>样本描述文件中“slide_scale”的值不是大于零的数。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The value of &quot;slide_scale&quot; in the sample file is %1, outside %2 to %3.</source>
        <translation>样本文件中“slide_scale”的值为 %1，超出 %2 至 %3 的范围。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The sample file has both &quot;slide_scale&quot; and &quot;alignment&quot;.</source>
        <translation>样本文件同时含有“slide_scale”和“alignment”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave one of them out</source>
        <translation>请去掉其中之一</translation>
    </message>
    <message>
        <location filename="../core/slide/cache.cpp" line="-147"/>
        <source>There is no folder for the cache: HOME is not set.</source>
        <translation>没有缓存文件夹：未设置 HOME。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name a folder in the environment variable SPACRD_CACHE_DIR</source>
        <translation>请在环境变量 SPACRD_CACHE_DIR 中指定文件夹</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The cache folder cannot be made: %1.</source>
        <translation>无法创建缓存文件夹：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name another folder in the environment variable SPACRD_CACHE_DIR</source>
        <translation>请在环境变量 SPACRD_CACHE_DIR 中指定其他文件夹</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/slide/refusal.cpp" line="+1"/>
        <source>check that you have permission to read it</source>
        <translation>请检查是否有读取权限</translation>
    </message>
    <message>
        <location filename="../core/slide/import.cpp" line="-67"/>
        <source>The image cannot be converted: %1.</source>
        <translation>无法转换图像：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>save it again as RGB with 8 bits a channel</source>
        <translation>请重新保存为每通道 8 位的 RGB 图像</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Decoding the image</source>
        <translation>正在解码图像</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+40"/>
        <source>The image cannot be decoded: %1.</source>
        <translation>无法解码图像：%1。</translation>
    </message>
    <message>
        <location line="-39"/>
        <source>the file is damaged, or the disk is full</source>
        <translation>文件已损坏，或磁盘已满</translation>
    </message>
    <message>
        <location filename="../core/slide/cache.cpp" line="+97"/>
        <location filename="../core/slide/import.cpp" line="+30"/>
        <source>Writing the pyramid</source>
        <translation>正在写入金字塔</translation>
    </message>
    <message>
        <location filename="../core/slide/import.cpp" line="+10"/>
        <location filename="../core/slide/openslidesource.cpp" line="+152"/>
        <location filename="../core/slide/slideinfo.cpp" line="+60"/>
        <source>the file is damaged; copy it again from where it came</source>
        <translation>文件已损坏，请从来源重新复制</translation>
    </message>
    <message>
        <location line="+15"/>
        <location filename="../core/slide/pyramidwriter.cpp" line="+212"/>
        <source>%1 µm per pixel cannot be right.</source>
        <translation>每像素 %1 µm 不可能正确。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/slide/pyramidwriter.cpp" line="+1"/>
        <source>give a number from 0.01 to 20</source>
        <translation>请给出 0.01 到 20 之间的数</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The image would be overwritten by its own pyramid.</source>
        <translation>图像会被其自身的金字塔覆盖。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another name for the pyramid</source>
        <translation>请为金字塔选择其他名称</translation>
    </message>
    <message>
        <location filename="../core/slide/openslidesource.cpp" line="-117"/>
        <source>OpenSlide cannot open this slide: %1.</source>
        <translation>OpenSlide 无法打开此切片图像：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file is damaged or of a variant that is not supported; convert it to a pyramidal TIFF</source>
        <translation>文件已损坏或属于不支持的变体，请转换为金字塔 TIFF</translation>
    </message>
    <message>
        <location filename="../core/slide/pastedimage.cpp" line="+19"/>
        <source>A picture of %1 × %2 pixels is too large to be read at once.</source>
        <translation>%1 × %2 像素的图片太大，无法一次读取。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>read it from a coarser level or in parts</source>
        <translation>请从较粗的层级读取或分块读取</translation>
    </message>
    <message>
        <location filename="../core/slide/openslidesource.cpp" line="+41"/>
        <source>The slide&apos;s file has changed since it was opened.</source>
        <translation>切片图像文件在打开后已被更改。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open it again</source>
        <translation>请重新打开</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>A part of the slide cannot be read: %1.</source>
        <translation>切片图像的一部分无法读取：%1。</translation>
    </message>
    <message>
        <location filename="../core/slide/jpegtiffsource.cpp" line="+211"/>
        <source>A part of the slide cannot be read: its JPEG data are corrupt.</source>
        <translation>切片的一部分无法读取：其 JPEG 数据已损坏。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/slide/openslidesource.cpp" line="+1"/>
        <source>the file is damaged there; copy it again from where it came</source>
        <translation>文件在该处已损坏，请从来源重新复制</translation>
    </message>
    <message>
        <location filename="../core/slide/openslidesource.cpp" line="+7"/>
        <source>The slide has no level %1.</source>
        <translation>切片图像没有第 %1 层。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>levels count from 0</source>
        <translation>层级从 0 开始计数</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>The slide holds no image named %1.</source>
        <translation>切片文件中没有名为 %1 的图像。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>see the slide&apos;s properties for those it holds</source>
        <translation>请查看切片属性中列出的图像</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The slide&apos;s image named %1 has a size that cannot be right.</source>
        <translation>切片文件中名为 %1 的图像尺寸不合理。</translation>
    </message>
    <message>
        <location filename="../core/slide/plainimage.cpp" line="+43"/>
        <source>The image says it has %1 × %2 pixels, which is too large.</source>
        <translation>图像声明为 %1 × %2 像素，过大。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>at most 200000 pixels a side and 20000 million pixels are imported; the file may be damaged</source>
        <translation>最多可导入单边 200000 像素、共 200 亿像素；文件可能已损坏</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The image is interlaced or progressive and too large for that: %1 × %2 pixels.</source>
        <translation>图像为隔行或渐进式存储，且尺寸过大：%1 × %2 像素。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>save it again without interlacing</source>
        <translation>请以非隔行方式重新保存</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The image&apos;s colours are not grey or RGB but those of printing (CMYK or Lab).</source>
        <translation>图像颜色不是灰度或 RGB，而是印刷用颜色（CMYK 或 Lab）。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+4"/>
        <source>save it as RGB with 8 bits a channel</source>
        <translation>请保存为每通道 8 位的 RGB 图像</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>The image has %1 bits a channel; only 8 are imported.</source>
        <translation>图像每通道 %1 位；仅支持导入 8 位。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The image has %1 channels; only grey and RGB images are imported.</source>
        <translation>图像有 %1 个通道；仅支持导入灰度和 RGB 图像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+20"/>
        <source>export it as an RGB picture</source>
        <translation>请导出为 RGB 图片</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>The image has several channels on %1 pages, as fluorescence images do; only grey and RGB images are imported.</source>
        <translation>图像在 %1 页中含有多个通道（如荧光图像）；仅支持导入灰度和 RGB 图像。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The file holds %1 pages with several pictures of the same size.</source>
        <translation>文件有 %1 页，含有多张相同尺寸的图片。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>save the one that is wanted as a file of its own</source>
        <translation>请将所需的一张单独保存为文件</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>This is not a JPEG, PNG or TIFF image.</source>
        <translation>这不是 JPEG、PNG 或 TIFF 图像。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>save it as one of these first</source>
        <translation>请先保存为其中一种格式</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file is cut short: it ends before the list of its images.</source>
        <translation>文件不完整：在其图像列表之前就已结束。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The image cannot be read: %1.</source>
        <translation>无法读取图像：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file is damaged or of a variant that is not supported; save it again as RGB with 8 bits a channel</source>
        <translation>文件已损坏或属于不支持的变体，请重新保存为每通道 8 位的 RGB 图像</translation>
    </message>
    <message>
        <location filename="../core/slide/pyramidwriter.cpp" line="-76"/>
        <source>The pyramid could not be written: %1.</source>
        <translation>无法写入金字塔：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the folder can be written and the disk has room</source>
        <translation>请检查文件夹是否可写以及磁盘空间是否充足</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>A tile could not be compressed.</source>
        <translation>无法压缩图块。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs to free memory</source>
        <translation>请关闭其他程序以释放内存</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>A pyramid of %1 × %2 pixels cannot be written.</source>
        <translation>无法写入 %1 × %2 像素的金字塔。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>each side may have 1 to 1000000 pixels</source>
        <translation>每边可有 1 到 1000000 像素</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The pyramid lacks rows.</source>
        <translation>金字塔缺少行。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>report this as a fault of the program</source>
        <translation>请将此作为程序错误报告</translation>
    </message>
    <message>
        <location filename="../core/slide/refusal.cpp" line="-9"/>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the name and that its disk is connected</source>
        <translation>请检查名称以及所在磁盘是否已连接</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is a folder, not an image file.</source>
        <translation>这是文件夹，不是图像文件。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name the image file inside it</source>
        <translation>请指定其中的图像文件</translation>
    </message>
    <message>
        <location filename="../core/base/textfile.cpp" line="-42"/>
        <location filename="../core/slide/refusal.cpp" line="+2"/>
        <source>This is not an ordinary file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <location filename="../core/slide/refusal.cpp" line="+0"/>
        <source>name an image file</source>
        <translation>请指定图像文件</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <location filename="../core/slide/plainimage.cpp" line="-4"/>
        <location filename="../core/slide/refusal.cpp" line="+0"/>
        <source>copy it again from where it came</source>
        <translation>请从来源重新复制</translation>
    </message>
    <message>
        <location filename="../core/slide/refusal.cpp" line="+21"/>
        <source>This is a DICOM file; reading it needs OpenSlide 4, and this is OpenSlide %1.</source>
        <translation>这是 DICOM 文件；读取它需要 OpenSlide 4，而当前为 OpenSlide %1。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>convert it to a pyramidal TIFF, or install OpenSlide 4</source>
        <translation>请转换为金字塔 TIFF，或安装 OpenSlide 4</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is a plain image, not a whole-slide image with levels.</source>
        <translation>这是普通图片，不是带层级的全切片图像。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>import it first: spacrd import IMAGE -o SLIDE.tif</source>
        <translation>请先导入：spacrd import IMAGE -o SLIDE.tif</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is not a slide of a format that OpenSlide reads.</source>
        <translation>这不是 OpenSlide 可读取格式的切片图像。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>readable are Aperio, Hamamatsu, Leica, MIRAX, Philips, Sakura, Trestle, Ventana and tiled TIFF slides, and JPEG, PNG and TIFF pictures; convert any other image to TIFF</source>
        <translation>可读取 Aperio、Hamamatsu、Leica、MIRAX、Philips、Sakura、Trestle、Ventana 和分块 TIFF 切片，以及 JPEG、PNG 和 TIFF 图片；其他图像请转换为 TIFF</translation>
    </message>
    <message>
        <location filename="../core/slide/scaled.cpp" line="+191"/>
        <source>The part of the slide to be read is empty.</source>
        <translation>要读取的切片区域为空。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a part of at least one pixel</source>
        <translation>请选择至少一个像素的区域</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A picture of %1 × %2 pixels is too large.</source>
        <translation>%1 × %2 像素的图片太大。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a smaller size</source>
        <translation>请选择更小的尺寸</translation>
    </message>
    <message>
        <location filename="../core/slide/slideinfo.cpp" line="-1"/>
        <source>Level %1 of the slide has no size.</source>
        <translation>切片图像第 %1 层没有尺寸。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The slide holds no image.</source>
        <translation>切片文件中没有图像。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>choose another file</source>
        <translation>请选择其他文件</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>This TIFF is narrower than its tiles, and OpenSlide 3 reads such pixels in a wrong order.</source>
        <translation>此 TIFF 比其图块更窄，OpenSlide 3 会以错误的顺序读取这类像素。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>import it as a plain image: spacrd import IMAGE -o SLIDE.tif</source>
        <translation>请作为普通图片导入：spacrd import IMAGE -o SLIDE.tif</translation>
    </message>
    <message>
        <location filename="../core/slide/vips.cpp" line="+26"/>
        <source>The image library libvips did not start: %1.</source>
        <translation>图像库 libvips 未能启动：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reinstall the package libvips42</source>
        <translation>请重新安装软件包 libvips42</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/cells.cpp" line="+31"/>
        <source>Line %1, column &quot;%2&quot;: &quot;%3&quot; is not a number.</source>
        <translation>第 %1 行，“%2”列：“%3”不是数。</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../core/transcriptome/positions.cpp" line="+35"/>
        <source>write decimals with a point, not a comma</source>
        <translation>小数请使用点，而不是逗号</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Line %1, column &quot;%2&quot;: the number %3 is out of range.</source>
        <translation>第 %1 行，“%2”列：数 %3 超出范围。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Line %1, column &quot;%2&quot;: %3 is neither 0 nor 1.</source>
        <translation>第 %1 行，“%2”列：%3 既不是 0 也不是 1。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/countrows.cpp" line="+28"/>
        <source>The matrix has more genes than this program can hold.</source>
        <translation>矩阵的基因数超出本程序的容量。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>A count is %1; counts must be zero or more.</source>
        <translation>某个计数为 %1；计数必须大于或等于零。</translation>
    </message>
    <message>
        <location line="+17"/>
        <location filename="../core/transcriptome/sparsecounts.cpp" line="+62"/>
        <source>The matrix has more counts than this program can hold.</source>
        <translation>矩阵的计数数量超出本程序的容量。</translation>
    </message>
    <message>
        <location line="-9"/>
        <source>Spot %1 has two counts for gene %2.</source>
        <translation>点位 %1 对基因 %2 有两个计数。</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The matrix has more spots than this program can hold.</source>
        <translation>矩阵的点位数超出本程序的容量。</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>The matrix holds no feature of the type &quot;Gene Expression&quot;.</source>
        <translation>矩阵中没有“Gene Expression”类型的特征。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>A barcode is empty.</source>
        <translation>某个条形码为空。</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../core/transcriptome/positions.cpp" line="-19"/>
        <source>The barcode &quot;%1&quot; appears twice.</source>
        <translation>条形码“%1”出现了两次。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5file.cpp" line="-38"/>
        <source>The file is not an HDF5 file, or it is damaged or cut short.</source>
        <translation>文件不是 HDF5 文件，或已损坏、不完整。</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>The group &quot;%1&quot; cannot be read; the file is damaged or cut short.</source>
        <translation>无法读取组“%1”；文件已损坏或不完整。</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>The dataset &quot;%1&quot; holds values of a kind that is not read.</source>
        <translation>数据集“%1”所含值的类型无法读取。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The HDF5 file has no dataset &quot;%1&quot;.</source>
        <translation>HDF5 文件中没有数据集“%1”。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5dataset.cpp" line="-164"/>
        <location line="+64"/>
        <source>The dataset &quot;%1&quot; has %2 dimensions where one was expected.</source>
        <translation>数据集“%1”有 %2 个维度，应为一个。</translation>
    </message>
    <message>
        <location line="-79"/>
        <location filename="../core/transcriptome/hdf5file.cpp" line="-7"/>
        <source>The dataset &quot;%1&quot; is kept in another file, which is not read.</source>
        <translation>数据集“%1”保存在另一个文件中，不予读取。</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>The dataset &quot;%1&quot; claims %2 values, more than the file holds.</source>
        <translation>数据集“%1”声明有 %2 个值，超过文件所含。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the file is damaged or cut short; fetch or copy it again</source>
        <translation>文件已损坏或不完整，请重新下载或复制</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The dataset &quot;%1&quot; is compressed with the HDF5 filter %2, which is not read.</source>
        <translation>数据集“%1”使用 HDF5 过滤器 %2 压缩，无法读取。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>write the file again with gzip compression (h5repack -f GZIP=6)</source>
        <translation>请用 gzip 压缩重新写出该文件（h5repack -f GZIP=6）</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The dataset &quot;%1&quot; is kept in chunks of %2 values, more than the file holds.</source>
        <translation>数据集“%1”按每块 %2 个值存储，超过了文件所能容纳的数量。</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The dataset &quot;%1&quot; has %2 dimensions where %3 were expected.</source>
        <translation>数据集“%1”有 %2 个维度，应为 %3 个。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The dataset &quot;%1&quot; does not hold numbers.</source>
        <translation>数据集“%1”中不是数。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The dataset &quot;%1&quot; does not hold whole numbers.</source>
        <translation>数据集“%1”中不是整数。</translation>
    </message>
    <message>
        <location line="+12"/>
        <location filename="../core/transcriptome/hdf5datasettexts.cpp" line="+53"/>
        <source>There is not enough memory to read the dataset &quot;%1&quot;.</source>
        <translation>内存不足，无法读取数据集“%1”。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5datasettexts.cpp" line="-9"/>
        <source>The dataset &quot;%1&quot; does not hold text.</source>
        <translation>数据集“%1”中不是文本。</translation>
    </message>
    <message>
        <location line="+112"/>
        <source>A text of the dataset &quot;%1&quot; is too long to be a name.</source>
        <translation>数据集“%1”中有一段文本过长，不可能是名称。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5dataset.cpp" line="+76"/>
        <location filename="../core/transcriptome/hdf5file.cpp" line="-137"/>
        <source>The dataset &quot;%1&quot; cannot be read; the file is damaged or cut short.</source>
        <translation>无法读取数据集“%1”；文件已损坏或不完整。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/legacyst.cpp" line="-120"/>
        <source>The folder holds the counts of several samples (&quot;%1&quot;, &quot;%2&quot;, …).</source>
        <translation>该文件夹包含多个样本的计数（“%1”、“%2”……）。</translation>
    </message>
    <message>
        <location line="+68"/>
        <source>The table of spots has no pixel positions (pixel_x, pixel_y); the spots are laid out on their array, 200 µm apart, and no image is shown.</source>
        <translation>点位表没有像素坐标 (pixel_x, pixel_y)；点位按阵列以 200 µm 间距排列，不显示图像。</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>No table of spot positions (spots.tsv) was found beside the counts.</source>
        <translation>在计数表旁没有找到点位坐标表 (spots.tsv)。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name it with --spots</source>
        <translation>请用 --spots 指定</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndataobs.cpp" line="+124"/>
        <source>The file holds %1 sections (&quot;%2&quot;, …), but no column of obs says which spot belongs to which.</source>
        <translation>该文件包含 %1 个样本（“%2”……），但 obs 中没有任何列说明哪个点位属于哪个样本。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>write the names of the sections into obs[&apos;library_id&apos;]</source>
        <translation>请把样本名称写入 obs[&apos;library_id&apos;]</translation>
    </message>
    <message>
        <location line="-98"/>
        <source>The file holds %1 sections: %2.</source>
        <translation>该文件包含 %1 个样本：%2。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name one of them with --library</source>
        <translation>请用 --library 指定其中之一</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>The positions &quot;%1&quot; are %2 × %3 numbers where %4 × 2 were expected.</source>
        <translation>位置“%1”为 %2 × %3 个数，应为 %4 × 2。</translation>
    </message>
    <message>
        <location line="+81"/>
        <source>The AnnData file has no positions of its spots (obsm/spatial).</source>
        <translation>该 AnnData 文件没有点位的位置（obsm/spatial）。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write x and y in full-resolution pixels into obsm[&apos;spatial&apos;]</source>
        <translation>请把全分辨率像素的 x 和 y 写入 obsm[&apos;spatial&apos;]</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndata.cpp" line="-89"/>
        <source>The image in the file (%1) has no scale factor (tissue_%1_scalef), so it is not used; write it, or name the slide with --slide.</source>
        <translation>文件中的图像（%1）没有比例系数（tissue_%1_scalef），因此不使用；请写入该系数，或用 --slide 指定切片。</translation>
    </message>
    <message>
        <location line="+89"/>
        <location filename="../core/transcriptome/legacyst.cpp" line="+6"/>
        <location filename="../core/transcriptome/spaceranger.cpp" line="+0"/>
        <location filename="../core/transcriptome/xenium.cpp" line="+0"/>
        <source>Reading spot positions</source>
        <translation>正在读取点位坐标</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/linereader.cpp" line="+52"/>
        <source>Line %1 is too long for such a file.</source>
        <translation>第 %1 行对此类文件来说过长。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/positions.cpp" line="+17"/>
        <source>Line %1 has %2 cells where a table of spot positions has %3.</source>
        <translation>第 %1 行有 %2 个单元格，而点位坐标表应有 %3 个。</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>The Parquet column &quot;%1&quot; does not hold text.</source>
        <translation>Parquet 列“%1”不含文本。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The Parquet column &quot;%1&quot; does not hold numbers.</source>
        <translation>Parquet 列“%1”不含数。</translation>
    </message>
    <message>
        <location line="+14"/>
        <location line="+10"/>
        <source>Row %1, column &quot;%2&quot;: there is no value.</source>
        <translation>第 %1 行，“%2”列：没有值。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Row %1, column &quot;%2&quot;: the number %3 is out of range.</source>
        <translation>第 %1 行，“%2”列：数 %3 超出范围。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Row %1, column &quot;%2&quot;: %3 is neither 0 nor 1.</source>
        <translation>第 %1 行，“%2”列：%3 既不是 0 也不是 1。</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>The table of spot positions is empty.</source>
        <translation>点位坐标表为空。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/scalefactors.cpp" line="+34"/>
        <source>The scale factor &quot;%1&quot; is not a positive number.</source>
        <translation>比例因子“%1”不是正数。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scale factor &quot;%1&quot; is %2, outside %3 to %4.</source>
        <translation>比例因子“%1”为 %2，超出 %3 至 %4 的范围。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The scale factors are not a JSON object.</source>
        <translation>比例因子不是 JSON 对象。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/section.cpp" line="+84"/>
        <source>The sample does not exist.</source>
        <translation>样本不存在。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The folder cannot be read.</source>
        <translation>无法读取该文件夹。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>This folder is no sample, but holds some: %1.</source>
        <translation>此文件夹不是样本，但其中有：%1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open one of them</source>
        <translation>请打开其中之一</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is not a sample by itself, but lies in the folder of one.</source>
        <translation>这本身不是样本，而是位于某个样本的文件夹中。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is not a spatial-transcriptomics sample that this program knows.</source>
        <translation>这不是本程序支持的空间转录组样本。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open a Space Ranger &quot;outs&quot; folder, a Xenium folder, an .h5ad, a 10x .h5 file, or a legacy-ST table of counts</source>
        <translation>请打开 Space Ranger 的“outs”文件夹、Xenium 文件夹、.h5ad、10x .h5 文件或旧版 ST 计数表</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>There is no section &quot;%1&quot; here; there is only one, without a name.</source>
        <translation>这里没有名为“%1”的样本；只有一个未命名的样本。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave the name of the section out</source>
        <translation>请省去样本名称</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no section &quot;%1&quot;; there are: %2.</source>
        <translation>没有样本“%1”；现有：%2。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/scaleofspots.cpp" line="+104"/>
        <source>The scale factors say %1 µm per pixel, the distance of the spots %2; the spots are believed.</source>
        <translation>比例因子给出每像素 %1 µm，按点位间距为 %2；以点位为准。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/spaceranger.cpp" line="-127"/>
        <source>The folder has no expression matrix (filtered_feature_bc_matrix.h5 or the folder of that name).</source>
        <translation>文件夹中没有表达矩阵（filtered_feature_bc_matrix.h5 或同名文件夹）。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open Space Ranger&apos;s &quot;outs&quot; folder, or the .h5 file itself</source>
        <translation>请打开 Space Ranger 的“outs”文件夹，或直接打开 .h5 文件</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No table of spot positions (spatial/tissue_positions.csv) was found beside the matrix.</source>
        <translation>在矩阵旁没有找到点位坐标表 (spatial/tissue_positions.csv)。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/transcriptome/xenium.cpp" line="-2"/>
        <source>name it with --positions</source>
        <translation>请用 --positions 指定</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>None of the %1 spots of the table lies in tissue.</source>
        <translation>表中 %1 个点位都不在组织内。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>No expression matrix (filtered_feature_bc_matrix.h5 or the folder of that name) was found; only spots and image can be used.</source>
        <translation>未找到表达矩阵（filtered_feature_bc_matrix.h5 或同名文件夹）；只能使用点位和图像。</translation>
    </message>
    <message>
        <location line="+110"/>
        <source>No scalefactors_json.json was found; the spots&apos; size comes from their distance.</source>
        <translation>没有找到 scalefactors_json.json；点位大小由其间距推算。</translation>
    </message>
    <message>
        <location line="-102"/>
        <source>Only the raw matrix was found; of it the spots in tissue are used.</source>
        <translation>只找到原始矩阵；使用其中位于组织内的点位。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/spacerangerfiles.cpp" line="+50"/>
        <source>The folder holds the matrices of several samples (&quot;%1&quot;, &quot;%2&quot;, …).</source>
        <translation>文件夹中有多个样本的矩阵(“%1”、“%2”…)。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/legacyst.cpp" line="-118"/>
        <location filename="../core/transcriptome/spacerangerfiles.cpp" line="+2"/>
        <source>open one of them by its own name</source>
        <translation>请按名称打开其中一个</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndataobs.cpp" line="-6"/>
        <location filename="../core/transcriptome/spotjoin.cpp" line="+134"/>
        <source>The matrix of counts holds no spot.</source>
        <translation>计数矩阵中没有点位。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/spotjoin.cpp" line="+2"/>
        <source>None of the %1 spots of the matrix (&quot;%2&quot;, …) has a position in this table.</source>
        <translation>矩阵的 %1 个点位(“%2”…)在此表中都没有坐标。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>check that the two belong to the same section</source>
        <translation>请检查二者是否属于同一样本</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>None of the %1 spots of the matrix lies in tissue.</source>
        <translation>矩阵的 %1 个点位都不在组织内。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Of %1 spots of the matrix only %2 have a position in tissue; check that matrix and positions are of the same section.</source>
        <translation>矩阵的 %1 个点位中只有 %2 个在组织内有位置；请检查矩阵和位置表是否属于同一样本。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 spots of the matrix have no position (&quot;%2&quot;, …) and are left out.</source>
        <translation>矩阵中有 %1 个点位没有坐标(“%2”…)，已排除。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 spots outside the tissue are left out.</source>
        <translation>已排除组织外的 %1 个点位。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/stcounts.cpp" line="-64"/>
        <source>The table of counts holds no spot.</source>
        <translation>计数表中没有点位。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Column %1 of the table of counts has no gene&apos;s name.</source>
        <translation>计数表第 %1 列没有基因名称。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The table of counts has no column of a gene.</source>
        <translation>计数表没有基因列。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The table of counts has a column for each spot; a row for each spot is expected.</source>
        <translation>计数表以列表示点位；应以行表示点位。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>turn the table&apos;s rows into columns</source>
        <translation>请将表格的行列转置</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Line %1 has %2 counts where the header names %3 genes.</source>
        <translation>第 %1 行有 %2 个计数，而表头有 %3 个基因。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Line %1, column &quot;%2&quot;: the count is %3; counts must be zero or more.</source>
        <translation>第 %1 行，“%2”列：计数为 %3；计数必须大于或等于零。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndatamatrix.cpp" line="-100"/>
        <source>The matrix X does not hold whole counts; those of raw/X are used.</source>
        <translation>矩阵 X 不是整数计数；改用 raw/X 中的计数。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file holds no matrix (X); only spots and image can be used.</source>
        <translation>该文件没有矩阵（X）；只能使用点位和图像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The matrix X holds no whole counts, so it seems to be normalised already; the model needs raw counts, which AnnData keeps in layers/counts or in raw.</source>
        <translation>矩阵 X 不是整数计数，似乎已经归一化；模型需要原始计数，AnnData 将其保存在 layers/counts 或 raw 中。</translation>
    </message>
    <message>
        <location line="+69"/>
        <source>The matrix &quot;%1&quot; is stored as &quot;%2&quot;, which is neither csr_matrix nor csc_matrix.</source>
        <translation>矩阵“%1”以“%2”存储，既不是 csr_matrix 也不是 csc_matrix。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The shape of the matrix &quot;%1&quot; is not two numbers of zero or more.</source>
        <translation>矩阵“%1”的形状不是两个非负数。</translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../core/transcriptome/sparsecounts.cpp" line="+188"/>
        <source>The matrix &quot;%1&quot; is %2 × %3, but the file lists %4 spots and %5 features.</source>
        <translation>矩阵“%1”为 %2 × %3，但文件列出了 %4 个点位和 %5 个特征。</translation>
    </message>
    <message>
        <location line="+11"/>
        <location filename="../core/transcriptome/stcounts.cpp" line="+20"/>
        <location filename="../core/transcriptome/tenxhdf5.cpp" line="+0"/>
        <location filename="../core/transcriptome/tenxmtx.cpp" line="+0"/>
        <source>Reading counts</source>
        <translation>正在读取计数</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/stspots.cpp" line="+78"/>
        <source>Line %1: the spot %2 appears twice.</source>
        <translation>第 %1 行：点位 %2 出现了两次。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The table of spots is empty.</source>
        <translation>点位表为空。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/tenxhdf5.cpp" line="-58"/>
        <source>The HDF5 file has no group &quot;matrix&quot;, so it is not a 10x feature-barcode matrix.</source>
        <translation>HDF5 文件中没有“matrix”组，因此不是 10x 特征-条形码矩阵。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The matrix holds %1 genomes; only files with one genome are read.</source>
        <translation>矩阵含有 %1 个基因组；仅支持读取单一基因组的文件。</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The lists of feature ids, names and types of the matrix differ in length.</source>
        <translation>矩阵的特征 ID、名称和类型列表长度不一致。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The shape of the matrix is not two numbers of zero or more.</source>
        <translation>矩阵形状不是两个非负数。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The matrix says %1 × %2, but the file lists %3 features and %4 barcodes.</source>
        <translation>矩阵声明为 %1 × %2，但文件列出 %3 个特征和 %4 个条形码。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/sparsecounts.cpp" line="-223"/>
        <source>The row pointers (indptr) have %1 entries where %2 barcodes need %3.</source>
        <translation>行指针 (indptr) 有 %1 项，而 %2 个条形码需要 %3 项。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The column pointers (indptr) have %1 entries where %2 features need %3.</source>
        <translation>列指针（indptr）有 %1 项，而 %2 个特征需要 %3 项。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The row pointers (indptr) of the matrix do not ascend from 0 to the number of its counts.</source>
        <translation>矩阵的行指针 (indptr) 没有从 0 递增到计数总数。</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The matrix has %1 counts but %2 indices.</source>
        <translation>矩阵有 %1 个计数，但有 %2 个索引。</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>There is not enough memory for the matrix.</source>
        <translation>内存不足，无法容纳该矩阵。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs, or open a coarser version of the sample</source>
        <translation>请关闭其他程序，或打开该样本较粗的版本</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>A count belongs to feature %1, but the matrix has %2 features.</source>
        <translation>某个计数属于特征 %1，但矩阵只有 %2 个特征。</translation>
    </message>
    <message>
        <location line="+114"/>
        <source>A count belongs to spot %1, but the matrix has %2 spots.</source>
        <translation>有一个计数属于点位 %1，但矩阵只有 %2 个点位。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/tenxmtx.cpp" line="-193"/>
        <source>The folder has no file &quot;matrix.mtx&quot; (nor &quot;matrix.mtx.gz&quot;).</source>
        <translation>文件夹中没有“matrix.mtx”（或“matrix.mtx.gz”）文件。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The folder holds the matrices of several samples.</source>
        <translation>文件夹中有多个样本的矩阵。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>put each sample into a folder of its own</source>
        <translation>请将每个样本放入单独的文件夹</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The folder has no file &quot;%1&quot; (nor &quot;%1.gz&quot;).</source>
        <translation>文件夹中没有“%1”（或“%1.gz”）文件。</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The file lists more than the %1 features that the matrix announces.</source>
        <translation>文件列出的特征多于矩阵所声明的 %1 个。</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The file does not begin with &quot;%%MatrixMarket&quot;.</source>
        <translation>文件不是以“%%MatrixMarket”开头。</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>The matrix is not of the kind &quot;matrix coordinate integer general&quot; that 10x programs write.</source>
        <translation>矩阵不是 10x 程序写出的“matrix coordinate integer general”类型。</translation>
    </message>
    <message>
        <location line="-30"/>
        <source>The matrix ends before its size line.</source>
        <translation>矩阵在尺寸行之前就结束了。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The matrix holds more than the %1 entries it announces.</source>
        <translation>矩阵的条目多于其声明的 %1 个。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The matrix ends after %1 of %2 entries.</source>
        <translation>矩阵在 %2 个条目中的第 %1 个之后结束。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the file was cut short; fetch or copy it again</source>
        <translation>文件不完整，请重新下载或复制</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Line %1 names entry (%2, %3) of a matrix of %4 × %5.</source>
        <translation>第 %1 行给出条目 (%2, %3)，而矩阵为 %4 × %5。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The count in line %1 is %2; counts must be zero or more.</source>
        <translation>第 %1 行的计数为 %2；计数必须大于或等于零。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Line %1 of the matrix is not three numbers.</source>
        <translation>矩阵第 %1 行不是三个数。</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>The folder does not exist.</source>
        <translation>文件夹不存在。</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The matrix says %1 × %2, but the folder lists %3 features and %4 barcodes.</source>
        <translation>矩阵声明为 %1 × %2，但文件夹列出 %3 个特征和 %4 个条形码。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The matrix announces %1 entries, more than its %2 × %3 cells.</source>
        <translation>矩阵声明有 %1 个条目，多于其 %2 × %3 个单元。</translation>
    </message>
    <message>
        <location filename="../widgets/layers/spotvaluelayer.cpp" line="+60"/>
        <source>There are %1 values for %2 spots.</source>
        <translation>%2 个点位有 %1 个值。</translation>
    </message>
    <message>
        <location filename="../app/cli/cancellation.cpp" line="+64"/>
        <source>The program could not prepare for being cancelled: %1.</source>
        <translation>程序无法为取消操作做好准备：%1。</translation>
    </message>
    <message>
        <location filename="../app/cli/detect.cpp" line="+70"/>
        <location filename="../app/cli/finetune.cpp" line="+50"/>
        <source>The model needs the image encoder %1 it was trained with.</source>
        <translation>模型需要训练时所用的图像编码器 %1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name its TorchScript file with --encoder, or use --no-slide</source>
        <translation>请用 --encoder 指定其 TorchScript 文件，或使用 --no-slide</translation>
    </message>
    <message>
        <location filename="../app/cli/encoders.cpp" line="+61"/>
        <source>There is no encoder file of that name.</source>
        <translation>没有该名称的编码器文件。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name builtin or a TorchScript file</source>
        <translation>请指定 builtin 或 TorchScript 文件</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The encoder&apos;s SHA-256 is %1 and not the one you trust.</source>
        <translation>编码器的 SHA-256 为 %1，与您信任的不一致。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The encoder is not trusted yet; its SHA-256 is %1.</source>
        <translation>编码器尚未受信任；其 SHA-256 为 %1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a TorchScript file can run code; if you trust it, add --trust-encoder %1</source>
        <translation>TorchScript 文件可以运行代码；如果您信任它，请加上 --trust-encoder %1</translation>
    </message>
    <message>
        <location filename="../app/cli/evaluate.cpp" line="+33"/>
        <source>The column %1 holds %2, which is not a number, in data row %3.</source>
        <translation>%1 列在第 %3 个数据行的值为 %2，不是数。</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The probability in data row %1 lies outside 0 to 1.</source>
        <translation>第 %1 个数据行的概率不在 0 到 1 之间。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The table holds no scores.</source>
        <translation>表格中没有得分。</translation>
    </message>
    <message>
        <location filename="../app/cli/main.cpp" line="+143"/>
        <source>The result could not be written to the standard output.</source>
        <translation>无法将结果写到标准输出。</translation>
    </message>
    <message>
        <location filename="../app/studio/openanything.cpp" line="+33"/>
        <source>There is no such file or folder.</source>
        <translation>没有这个文件或文件夹。</translation>
    </message>
    <message>
        <location filename="../app/studio/realengine.cpp" line="+79"/>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <location filename="../app/studio/worker.cpp" line="+16"/>
        <source>There is not enough memory for this.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs, or open a smaller section</source>
        <translation>请关闭其他程序，或打开更小的样本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Something unexpected went wrong: %1</source>
        <translation>发生意外错误：%1</translation>
    </message>
    <message>
        <location filename="../core/evaluate/logistic.cpp" line="-9"/>
        <location filename="../core/fusion/familiarity.cpp" line="+114"/>
        <source>There are %1 rows of features but %2 labels.</source>
        <translation>有 %1 行特征，却有 %2 个标签。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The inverse regularisation %1 of a logistic regression is not above 0.</source>
        <translation>逻辑回归的正则化倒数 %1 不大于 0。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>A logistic regression cannot be fitted to spots of one class only.</source>
        <translation>只有一个类别的点位，无法拟合逻辑回归。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give sections with both cancer and other tissue</source>
        <translation>请给出既有癌组织又有其他组织的切片</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../core/fusion/familiarity.cpp" line="+4"/>
        <source>A feature is not a finite number.</source>
        <translation>有一个特征不是有限数。</translation>
    </message>
    <message>
        <location line="+178"/>
        <source>The logistic regression takes %1 features, not %2.</source>
        <translation>逻辑回归需要 %1 个特征，而不是 %2 个。</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Fitting the logistic regression</source>
        <translation>正在拟合逻辑回归</translation>
    </message>
    <message>
        <location filename="../core/fusion/checkpoint.cpp" line="+94"/>
        <source>The file is no checkpoint of a training, or is damaged.</source>
        <translation>该文件不是训练检查点，或已损坏。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>delete it and start the training again</source>
        <translation>请删除它并重新开始训练</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The checkpoint belongs to a training with other sections, labels or options.</source>
        <translation>该检查点属于使用其他切片、标签或选项的训练。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give the options it was started with, or delete it and start again</source>
        <translation>请使用开始时的选项，或删除它并重新开始</translation>
    </message>
    <message>
        <location filename="../core/fusion/familiarity.cpp" line="-137"/>
        <source>What a model knows cannot be measured on spots of one class only.</source>
        <translation>只有一个类别的点位，无法衡量模型所认识的范围。</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>The model&apos;s card describes another latent space than the model has.</source>
        <translation>模型卡描述的潜在空间与模型不符。</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Only %1 of the model&apos;s %2 genes are in this sample; its result cannot be relied on.</source>
        <translation>模型的 %2 个基因中只有 %1 个在此样本中；结果不可靠。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of the model&apos;s %2 genes are in this sample; the others count as not expressed, which makes the result less certain.</source>
        <translation>模型的 %2 个基因中有 %1 个在此样本中；其余按未表达计，结果因此不够确定。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>At %1 % of the spots the image looks unlike those the model was trained on (another stain, scanner, magnification or tissue); its result may be wrong.</source>
        <translation>有 %1 % 的点位，其图像与模型训练所用的不同（染色、扫描仪、倍率或组织不同）；结果可能有误。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>At %1 % of the spots the tissue is like neither the cancer nor the healthy tissue the model was trained on; its result may be wrong.</source>
        <translation>有 %1 % 的点位，其组织既不像训练所用的癌组织，也不像健康组织；结果可能有误。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 of %2 spots reach a probability of 0.5: either the section is cancer throughout, or the model does not know such tissue.</source>
        <translation>%2 个点位中有 %1 个概率达到 0.5：要么整张切片都是癌，要么模型不认识这种组织。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>No cancer is expected here: no spot reaches a probability of 0.5. The score still runs from 0 to 1, because it is scaled within the section.</source>
        <translation>此处预计没有癌：没有点位的概率达到 0.5。得分仍在 0 到 1 之间，因为它在切片内缩放。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Little or no cancer is expected here: only %1 of %2 spots reach a probability of 0.5. The score still runs from 0 to 1, because it is scaled within the section.</source>
        <translation>此处预计很少或没有癌：%2 个点位中只有 %1 个概率达到 0.5。得分仍在 0 到 1 之间，因为它在切片内缩放。</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The model&apos;s card describes %1 image features, not %2.</source>
        <translation>模型卡描述了 %1 个图像特征，而不是 %2 个。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>There are %1 rows of features but %2 probabilities.</source>
        <translation>有 %1 行特征，却有 %2 个概率。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>More of the model&apos;s genes are missing than it has.</source>
        <translation>缺少的基因比模型拥有的还多。</translation>
    </message>
    <message>
        <location filename="../core/fusion/heldout.cpp" line="+24"/>
        <source>Fitting the logistic regression beside it</source>
        <translation>正在拟合作为对照的逻辑回归</translation>
    </message>
    <message>
        <location filename="../core/fusion/shrinkingbatch.cpp" line="+25"/>
        <source>The graphics card has too little memory; its batch was halved to %1 spots.</source>
        <translation>显存不足；批大小已减半为 %1 个点位。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is too little memory; the batch was halved to %1 spots.</source>
        <translation>内存不足；批大小已减半为 %1 个点位。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The graphics card has too little memory even for %1 spots at once; the processor took over.</source>
        <translation>显存不足，一次处理 %1 个点位也不够；已改用处理器。</translation>
    </message>
    <message>
        <location filename="../core/fusion/untrusted.cpp" line="-51"/>
        <source>The JSON in the model file has an object of more than %1 members.</source>
        <translation>模型文件中的 JSON 有一个对象的成员超过 %1 个。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The JSON in the model file names &quot;%1&quot; twice.</source>
        <translation>模型文件中的 JSON 重复出现“%1”。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The JSON in the model file has more than %1 values.</source>
        <translation>模型文件中的 JSON 的值超过 %1 个。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The JSON in the model file is nested deeper than %1.</source>
        <translation>模型文件中的 JSON 嵌套深度超过 %1。</translation>
    </message>
    <message>
        <location filename="../core/sample/sample.cpp" line="+35"/>
        <source>use the expression alone with --no-slide</source>
        <translation>请用 --no-slide 只使用表达数据</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1; or use the expression alone with --no-slide</source>
        <translation>%1；或用 --no-slide 只使用表达数据</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>The image beside the data (%1) cannot be opened, so the smaller one (%2) is used.</source>
        <translation>无法打开数据旁的图像（%1），因此改用较小的图像（%2）。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The image beside the data (%1) cannot be opened, so the expression is used alone.</source>
        <translation>无法打开数据旁的图像（%1），因此只使用表达数据。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>No image is used. The folder has %1; if that is this section&apos;s, name it with --slide.</source>
        <translation>未使用图像。文件夹中有 %1；如果它属于本切片，请用 --slide 指定。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No image is used. The folder has %1 images (%2, …); name this section&apos;s with --slide.</source>
        <translation>未使用图像。文件夹中有 %1 个图像（%2 等）；请用 --slide 指定本切片的图像。</translation>
    </message>
    <message>
        <location line="+57"/>
        <source>The sample has neither an expression matrix nor an image.</source>
        <translation>样本既没有表达矩阵也没有图像。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name its slide with --slide, or open the folder that holds the matrix</source>
        <translation>请用 --slide 指定切片图像，或打开包含矩阵的文件夹</translation>
    </message>
    <message>
        <location filename="../app/cli/bench.cpp" line="+73"/>
        <source>This build has no benchmarks.</source>
        <translation>此版本不含基准测试。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>build it where Google Benchmark is installed</source>
        <translation>请在装有 Google Benchmark 的环境中构建</translation>
    </message>
    <message>
        <location filename="../app/cli/finetune.cpp" line="+1"/>
        <source>name its TorchScript file with --encoder</source>
        <translation>请用 --encoder 指定其 TorchScript 文件</translation>
    </message>
    <message>
        <location filename="../core/phantom/gziptext.h" line="-1"/>
        <source>The file could not be written.</source>
        <translation>无法写入该文件。</translation>
    </message>
    <message>
        <location filename="../core/sample/focusmap.cpp" line="+0"/>
        <source>Looking at how sharp the slide is</source>
        <translation>正在检查切片图像的清晰度</translation>
    </message>
    <message>
        <location filename="../core/sample/hypotheses.cpp" line="+96"/>
        <source>Turn the spots by 90° clockwise</source>
        <translation>将点位顺时针旋转 90°</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turn the spots by 180°</source>
        <translation>将点位旋转 180°</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turn the spots by 90° anticlockwise</source>
        <translation>将点位逆时针旋转 90°</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirror the spots left to right</source>
        <translation>将点位左右镜像</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirror the spots top to bottom</source>
        <translation>将点位上下镜像</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exchange x and y of the spots</source>
        <translation>交换点位的 x 和 y</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exchange x and y of the spots and turn them by 180°</source>
        <translation>交换点位的 x 和 y 并旋转 180°</translation>
    </message>
    <message>
        <location line="+55"/>
        <source>The spots seem to be given in pixels of Space Ranger&apos;s hires image, not of the full resolution; --align %1 puts them right.</source>
        <translation>点位似乎以 Space Ranger hires 图像的像素给出，而不是全分辨率像素；使用 --align %1 可以纠正。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The spots seem to be given in pixels of Space Ranger&apos;s lowres image, not of the full resolution; --align %1 puts them right.</source>
        <translation>点位似乎以 Space Ranger lowres 图像的像素给出，而不是全分辨率像素；使用 --align %1 可以纠正。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The spots fit the image by Space Ranger&apos;s hires scale factor, not by the one it is taken for; --align %1 puts them right.</source>
        <translation>点位按 Space Ranger 的 hires 比例系数与图像吻合，而不是按当前采用的系数；用 --align %1 纠正。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The spots fit the image by Space Ranger&apos;s lowres scale factor, not by the one it is taken for; --align %1 puts them right.</source>
        <translation>点位按 Space Ranger 的 lowres 比例系数与图像吻合，而不是按当前采用的系数；用 --align %1 纠正。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The image seems to be the one of full resolution, but is taken for a reduced copy; --align %1 puts the spots right.</source>
        <translation>该图像似乎是全分辨率图像，却被当作缩小的副本；用 --align %1 纠正点位。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The spots fit the image only when scaled by %1, as the size of the image and the lowres scale factor ask for; --align %2 puts them right.</source>
        <translation>只有按 %1 缩放时点位才与图像吻合，这与图像尺寸和 lowres 比例系数一致；用 --align %2 纠正。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The spots fit the image only when scaled by %1, as their distance and the slide&apos;s µm per pixel ask for; --align %2 puts them right.</source>
        <translation>点位只有按 %1 缩放才与图像相符，这也与点位间距和切片图像的 µm/像素一致；使用 --align %2 可以纠正。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The spots seem to be turned or mirrored against the image; --align %1 puts them right.</source>
        <translation>点位相对图像似乎被旋转或镜像；使用 --align %1 可以纠正。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The spots seem to be measured from the corner of the scanned part, not of the whole slide; --align %1 puts them right.</source>
        <translation>点位似乎从扫描区域的角而不是整张切片图像的角量起；使用 --align %1 可以纠正。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Put the spots right by &quot;%1&quot;</source>
        <translation>用“%1”纠正点位</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Scale the spots by %1</source>
        <translation>将点位缩放 %1 倍</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Measure the spots from the corner of the scanned part</source>
        <translation>从扫描区域的角量起点位</translation>
    </message>
    <message>
        <location filename="../core/sample/imagestate.cpp" line="+117"/>
        <source>The slide has no reduced level, so that looking at all of it would take long.</source>
        <translation>切片图像没有缩小的层级，查看全图会花很长时间。</translation>
    </message>
    <message>
        <location filename="../core/sample/landmarks.cpp" line="+35"/>
        <source>The landmarks lie on one line, so they do not tell how the spots lie on the slide.</source>
        <translation>各标志点位于一条直线上，无法确定点位在切片图像上的位置。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mark places that are far apart in both directions</source>
        <translation>请在两个方向上标记相距较远的位置</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>%1 pairs of landmarks are too few to align by.</source>
        <translation>%1 对标志点太少，无法对齐。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mark at least three places on the spots and on the slide</source>
        <translation>请在点位和切片图像上至少各标记三处</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>A landmark has a coordinate that is not a finite number.</source>
        <translation>某个标志点的坐标不是有限数。</translation>
    </message>
    <message>
        <location filename="../core/sample/picturefindings.cpp" line="+69"/>
        <source>The image shows no tissue, so nothing tells whether the spots lie right.</source>
        <translation>图像上没有组织，因此无法判断点位是否正确。</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>Neither the outline of the tissue nor the expression fits the image well, wherever the spots are put; check that it is the image of this section, and its scale.</source>
        <translation>无论点位放在哪里，组织轮廓和表达都与图像不太吻合；请检查它是否是该样本的图像以及其比例。</translation>
    </message>
    <message>
        <location line="+116"/>
        <source>The spots do not fit the image at this scale, nor at one that the files name; give its pixels per full-resolution pixel with --slide-scale, or align it by landmarks.</source>
        <translation>点位在此比例下以及文件给出的比例下都与图像不吻合；请用 --slide-scale 给出图像每个全分辨率像素的像素数，或用标志点对齐。</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The spots do not seem to lie right on the image; &quot;%1&quot; and &quot;%2&quot; would both be better, and nothing decides between them.</source>
        <translation>点位在图像上的位置似乎不正确；“%1”和“%2”都会更好，但无法在两者之间作出判断。</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>The spots seem to be shifted against the image, or it is that of another section; they fit better when moved by about %1 of its pixels in x and %2 in y (--align shift).</source>
        <translation>点位似乎相对图像有偏移，或者图像属于另一个样本；沿 x 移动约 %1 个、沿 y 移动约 %2 个图像像素后更吻合（--align shift）。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Move the spots by %1, %2 pixels</source>
        <translation>将点位移动 %1、%2 像素</translation>
    </message>
    <message>
        <location filename="../core/sample/quality.cpp" line="+0"/>
        <source>Counting molecules</source>
        <translation>正在统计分子数</translation>
    </message>
    <message>
        <location filename="../core/sample/qualityfilter.cpp" line="-2"/>
        <source>The section has no spot %1.</source>
        <translation>该样本没有点位 %1。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Leaving out spots</source>
        <translation>正在排除点位</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Quality control would leave no spot.</source>
        <translation>质量控制会排除所有点位。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>lower the limits</source>
        <translation>请降低限值</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Quality control left out %1 of %2 spots.</source>
        <translation>质量控制排除了 %1 个点位（共 %2 个）。</translation>
    </message>
    <message>
        <location filename="../core/sample/tissuemap.cpp" line="+0"/>
        <source>Looking at the slide</source>
        <translation>正在查看切片图像</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/anndataframe.cpp" line="+18"/>
        <source>The table &quot;%1&quot; is stored as AnnData before 0.7 did.</source>
        <translation>表“%1”按 0.7 之前的 AnnData 方式存储。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>read and write the file once with a newer anndata</source>
        <translation>请用较新的 anndata 读取该文件并重新写出一次</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The AnnData file has no table &quot;%1&quot;.</source>
        <translation>该 AnnData 文件没有表“%1”。</translation>
    </message>
    <message>
        <location line="+57"/>
        <source>The column &quot;%1&quot; names category %2 of %3.</source>
        <translation>“%1”列引用了第 %2 个类别，而类别共有 %3 个。</translation>
    </message>
    <message>
        <location line="+67"/>
        <source>The column &quot;%1&quot; has %2 rows where the table has %3.</source>
        <translation>“%1”列有 %2 行，而表有 %3 行。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/embeddedimage.cpp" line="+31"/>
        <source>The dataset &quot;%1&quot; is not a picture of one, three or four channels.</source>
        <translation>数据集“%1”不是一、三或四通道的图像。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/hdf5output.cpp" line="+99"/>
        <source>The HDF5 file could not be written.</source>
        <translation>无法写入 HDF5 文件。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the disk has room and that you may write there</source>
        <translation>请检查磁盘空间是否足够以及您是否有写入权限</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquet.cpp" line="+2"/>
        <source>The Parquet table has two columns named &quot;%1&quot;.</source>
        <translation>Parquet 表有两个名为“%1”的列。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Parquet column &quot;%1&quot; is of a type that this version does not read (nested, repeated, decimal or INT96).</source>
        <translation>Parquet 列“%1”的类型本版本无法读取（嵌套、重复、decimal 或 INT96）。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The Parquet column &quot;%1&quot; has texts of an impossible length.</source>
        <translation>Parquet 列“%1”中有长度不可能的文本。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>There is not enough memory to read the Parquet table.</source>
        <translation>内存不足，无法读取该 Parquet 表。</translation>
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
        <translation>Parquet 列“%1”的某一页在其值读完之前就结束了。</translation>
    </message>
    <message>
        <location line="+18"/>
        <location filename="../core/transcriptome/parquet/parquetdelta.cpp" line="-13"/>
        <source>A page of the Parquet column &quot;%1&quot; holds a number of more than 64 bits.</source>
        <translation>Parquet 列“%1”的某一页含有超过 64 位的数。</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>A run in the Parquet column &quot;%1&quot; is longer than the format allows.</source>
        <translation>Parquet 列“%1”中的一段连续值超过了格式允许的长度。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetchunk.cpp" line="+44"/>
        <source>A row group has another column than the schema where &quot;%1&quot; of the Parquet table should be.</source>
        <translation>Parquet 表某一行组中“%1”所在位置的列与表结构不符。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Parquet column &quot;%1&quot; has %2 values in a row group of %3 rows.</source>
        <translation>Parquet 列“%1”在一个 %3 行的行组中有 %2 个值。</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>The Parquet column &quot;%1&quot; has more values than the table has rows.</source>
        <translation>Parquet 列“%1”的值多于表的行数。</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The dictionary of the Parquet column &quot;%1&quot; is damaged.</source>
        <translation>Parquet 列“%1”的字典已损坏。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>A value of the Parquet column &quot;%1&quot; is neither there nor null.</source>
        <translation>Parquet 列“%1”中有一个值既不存在也不为空。</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The Parquet column &quot;%1&quot; holds a number beyond 9223372036854775807.</source>
        <translation>Parquet 列“%1”含有大于 9223372036854775807 的数。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetcodecs.cpp" line="+90"/>
        <source>The Parquet column &quot;%1&quot; is compressed with %2, which this version does not read.</source>
        <translation>Parquet 列“%1”使用 %2 压缩，本版本无法读取。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>write the table with snappy, gzip, zstd or without compression</source>
        <translation>请用 snappy、gzip、zstd 或不压缩的方式写出该表</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>A page of the Parquet column &quot;%1&quot; claims to hold %2 bytes in %3, more than it can.</source>
        <translation>Parquet 列“%1”的某一页声称在 %3 字节中含有 %2 字节，超出了可能的范围。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>A compressed page of the Parquet column &quot;%1&quot; is damaged.</source>
        <translation>Parquet 列“%1”的某个压缩页已损坏。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetdelta.cpp" line="-16"/>
        <source>The Parquet column &quot;%1&quot; has blocks of differences of an impossible size.</source>
        <translation>Parquet 列“%1”的差分块大小不可能成立。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetfile.cpp" line="+41"/>
        <source>The Parquet table is cut short.</source>
        <translation>该 Parquet 表不完整。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetfooter.cpp" line="+4"/>
        <source>The Parquet table&apos;s footer lacks the field &quot;%1&quot;.</source>
        <translation>该 Parquet 表的页脚缺少字段“%1”。</translation>
    </message>
    <message>
        <location line="+104"/>
        <source>A row group of the Parquet table has %1 columns where its schema has %2.</source>
        <translation>该 Parquet 表的某一行组有 %1 列，而其结构有 %2 列。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The Parquet table&apos;s field &quot;num_rows&quot; says %1, its row groups say otherwise.</source>
        <translation>该 Parquet 表的字段“num_rows”为 %1，与其行组不符。</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>The Parquet table is encrypted, which this version does not read.</source>
        <translation>该 Parquet 表已加密，本版本无法读取。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file is not a Parquet table, or it is cut short: &quot;PAR1&quot; does not stand at both ends.</source>
        <translation>该文件不是 Parquet 表，或不完整：两端并非都是“PAR1”。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The Parquet table&apos;s footer claims %1 bytes, more than the file holds.</source>
        <translation>该 Parquet 表的页脚声称有 %1 字节，超过了文件所能容纳的数量。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The Parquet table&apos;s footer, which describes its columns, is damaged.</source>
        <translation>描述各列的 Parquet 表页脚已损坏。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetpageheader.cpp" line="+148"/>
        <source>A page of the Parquet column &quot;%1&quot; claims %2 bytes, more than its place holds.</source>
        <translation>Parquet 列“%1”的某一页声称有 %2 字节，超过了其所在位置的容量。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>A page header of the Parquet column &quot;%1&quot; is damaged.</source>
        <translation>Parquet 列“%1”的某个页头已损坏。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetpages.cpp" line="-75"/>
        <source>A page of the Parquet column &quot;%1&quot; differs from its checksum.</source>
        <translation>Parquet 列“%1”的某一页与其校验和不符。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>A page of the Parquet column &quot;%1&quot; claims %2 bytes for %3 values.</source>
        <translation>Parquet 列“%1”的某一页声称 %3 个值占 %2 字节。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The Parquet column &quot;%1&quot; is encrypted, which this version does not read.</source>
        <translation>Parquet 列“%1”已加密，本版本无法读取。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Parquet column &quot;%1&quot; is kept in another file, which is not read.</source>
        <translation>Parquet 列“%1”保存在另一个文件中，不予读取。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The Parquet column &quot;%1&quot; has %2 bytes from %3 on, which do not lie in the file.</source>
        <translation>Parquet 列“%1”自 %3 起有 %2 字节，不在文件范围内。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The Parquet column &quot;%1&quot; has fewer values than the table has rows.</source>
        <translation>Parquet 列“%1”的值少于表的行数。</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The nulls of the Parquet column &quot;%1&quot; are marked in a way (encoding %2) that this version does not read.</source>
        <translation>Parquet 列“%1”的空值以本版本无法读取的方式（编码 %2）标记。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetschema.cpp" line="-26"/>
        <source>The Parquet column &quot;%1&quot; has a type that this version does not know.</source>
        <translation>Parquet 列“%1”的类型本版本不认识。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Parquet column &quot;%1&quot; is neither required, optional nor repeated.</source>
        <translation>Parquet 列“%1”既不是必需、可选，也不是重复。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Parquet column &quot;%1&quot; has neither a type nor columns below it, or both.</source>
        <translation>Parquet 列“%1”既没有类型也没有下级列，或两者都有。</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The Parquet table&apos;s schema is damaged: a group has not as many columns as it says.</source>
        <translation>该 Parquet 表的结构已损坏：某个组的列数与其声明不符。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquettexts.cpp" line="+6"/>
        <source>A text of the Parquet column &quot;%1&quot; claims %2 bytes, more than its page holds.</source>
        <translation>Parquet 列“%1”的某个文本声称有 %2 字节，超过了其所在页的容量。</translation>
    </message>
    <message>
        <location line="+98"/>
        <source>A text of the Parquet column &quot;%1&quot; shares more with the one before than that has.</source>
        <translation>Parquet 列“%1”的某个文本与前一文本共有的部分超过了前一文本的长度。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The texts of the Parquet column &quot;%1&quot; are longer than this version reads.</source>
        <translation>Parquet 列“%1”的文本长度超过了本版本可读取的范围。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/parquet/parquetvalues.cpp" line="+59"/>
        <source>A truth value of the Parquet column &quot;%1&quot; is neither 0 nor 1.</source>
        <translation>Parquet 列“%1”的某个真值既不是 0 也不是 1。</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>A value of the Parquet column &quot;%1&quot; is number %2 of a dictionary that has %3.</source>
        <translation>Parquet 列“%1”的某个值是字典的第 %2 项，而字典只有 %3 项。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The indices of the Parquet column &quot;%1&quot; have more than 32 bits.</source>
        <translation>Parquet 列“%1”的索引超过 32 位。</translation>
    </message>
    <message>
        <location line="+83"/>
        <source>The Parquet column &quot;%1&quot; refers to a dictionary that it does not have.</source>
        <translation>Parquet 列“%1”引用了一个不存在的字典。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The values of the Parquet column &quot;%1&quot; are written in a way (encoding %2) that this version does not read.</source>
        <translation>Parquet 列“%1”的值以本版本无法读取的方式（编码 %2）写入。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>write the table again without it</source>
        <translation>请去掉它后重新写出该表</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/seenbarcodes.cpp" line="+15"/>
        <source>Line %1: the barcode is empty.</source>
        <translation>第 %1 行：条形码为空。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Line %1: the barcode &quot;%2&quot; appears twice.</source>
        <translation>第 %1 行：条形码“%2”出现了两次。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/xenium.cpp" line="-169"/>
        <source>The description of the Xenium run is not a JSON object.</source>
        <translation>Xenium 运行的描述不是 JSON 对象。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The description of the Xenium run has no &quot;pixel_size&quot; of 0.01 to 20 µm.</source>
        <translation>Xenium 运行的描述中没有 0.01 至 20 µm 的“pixel_size”。</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Row %1: the cell &quot;%2&quot; appears twice.</source>
        <translation>第 %1 行：细胞“%2”出现了两次。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Row %1: the position of the cell &quot;%2&quot; is no number of µm.</source>
        <translation>第 %1 行：细胞“%2”的位置不是以 µm 计的数。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The table of cells is empty.</source>
        <translation>细胞表为空。</translation>
    </message>
    <message>
        <location line="+52"/>
        <source>The columns cell_id, x_centroid and y_centroid are not a name and two numbers.</source>
        <translation>cell_id、x_centroid 和 y_centroid 列不是一个名称和两个数。</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>The H&amp;E image %1 is not taken, since its alignment (…_he_imagealignment.csv, exported from Xenium Explorer) does not lie beside it.</source>
        <translation>未采用 H&amp;E 图像 %1，因为旁边没有它的对齐文件（从 Xenium Explorer 导出的 …_he_imagealignment.csv）。</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>The Xenium folder has no matrix of cells and features (cell_feature_matrix.h5).</source>
        <translation>Xenium 文件夹没有细胞与特征的矩阵（cell_feature_matrix.h5）。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>copy it there from the output of the run</source>
        <translation>请从运行的输出中复制到此处</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Xenium folder has no table of its cells (cells.csv.gz).</source>
        <translation>Xenium 文件夹没有细胞表（cells.csv.gz）。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>No experiment.xenium was found, so positions stay in µm and no image is shown.</source>
        <translation>未找到 experiment.xenium，因此位置仍以 µm 计，且不显示图像。</translation>
    </message>
    <message>
        <location filename="../core/transcriptome/heimage.cpp" line="+52"/>
        <source>Line %1 of the alignment is not one of three rows of three numbers.</source>
        <translation>对齐文件的第 %1 行不是三行三列数中的一行。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+12"/>
        <source>export it from Xenium Explorer again, or leave it out</source>
        <translation>请从 Xenium Explorer 重新导出，或不使用它</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>The alignment of the H&amp;E image is not an affine matrix (three rows, the last 0, 0, 1).</source>
        <translation>H&amp;E 图像的对齐不是仿射矩阵（三行，最后一行为 0, 0, 1）。</translation>
    </message>
    <message>
        <location filename="../core/preprocess/genepanel.cpp" line="+135"/>
        <source>the model&apos;s Ensembl ids begin with %1, the sample&apos;s with %2; use a model of the same species</source>
        <translation>模型的 Ensembl ID 以 %1 开头，样本的以 %2 开头；请使用同一物种的模型</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the model names genes like &quot;%1&quot;, the sample like &quot;%2&quot;; it needs a sample of the same species with genes named by symbol or Ensembl id</source>
        <translation>模型的基因名称形如“%1”，样本的形如“%2”；需要同一物种的样本，其基因用符号或 Ensembl ID 命名</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the sample measures other genes; use a model trained on a panel like its own</source>
        <translation>样本测量的是其他基因；请使用在类似基因组上训练的模型</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>Only %1 of the model&apos;s %2 genes are in the sample; below %3 % a result means nothing.</source>
        <translation>模型的 %2 个基因中只有 %1 个在样本中；低于 %3 % 时结果没有意义。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>All %1 genes of the model are in the sample: %2 found by Ensembl id, %3 by symbol.</source>
        <translation>模型的全部 %1 个基因都在样本中：%2 个按 Ensembl ID 找到，%3 个按符号找到。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 of the model&apos;s %2 genes are not in the sample and count as not expressed: %3. Of the others %4 were found by Ensembl id, %5 by symbol.</source>
        <translation>模型的 %2 个基因中有 %1 个不在样本中，按未表达处理：%3。其余中 %4 个按 Ensembl ID 找到，%5 个按符号找到。</translation>
    </message>
    <message>
        <location filename="../app/studio/snapshots.cpp" line="+34"/>
        <source>The picture could not be written.</source>
        <translation>无法写入图片。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another folder, or a name that ends with .png, .jpg or .tif</source>
        <translation>请选择其他文件夹，或以 .png、.jpg 或 .tif 结尾的名称</translation>
    </message>
    <message>
        <location filename="../core/sample/neither.cpp" line="+29"/>
        <source>This file is not a slide nor a sample, but lies in the folder of one.</source>
        <translation>该文件既不是切片也不是样本，而是位于某个样本的文件夹中。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../core/transcriptome/section.cpp" line="-24"/>
        <source>open %1</source>
        <translation>请打开 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is neither a slide nor a sample that this program knows.</source>
        <translation>这既不是本程序认识的切片，也不是样本。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open a slide, a JPEG, PNG or TIFF, a Space Ranger &quot;outs&quot; folder, a Xenium folder, an .h5ad, a 10x .h5 file, or a legacy-ST table of counts</source>
        <translation>请打开切片、JPEG、PNG 或 TIFF、Space Ranger 的“outs”文件夹、Xenium 文件夹、.h5ad、10x .h5 文件或旧版 ST 计数表</translation>
    </message>
</context>
<context>
    <name>spacrd</name>
    <message>
        <location filename="../widgets/slideview/scalebar.cpp" line="+56"/>
        <source>px</source>
        <translation>像素</translation>
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
        <translation>放大倍数未知</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 · %2 µm/px</source>
        <translation>%1 · %2 µm/像素</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 · turned %2°</source>
        <translation>%1 · 旋转 %2°</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 · mirrored</source>
        <translation>%1 · 镜像</translation>
    </message>
</context>
<context>
    <name>spacrd::AboutDialog</name>
    <message>
        <location filename="../app/studio/aboutdialog.cpp" line="+18"/>
        <source>About SpaCRD Studio</source>
        <translation>关于 SpaCRD Studio</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>still looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>SpaCRD Studio</source>
        <translation>SpaCRD Studio</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Finds cancer regions in whole-slide images with spatial transcriptomics. For research, not for diagnosis.</source>
        <translation>结合空间转录组，在全切片图像中检出癌区。仅供研究，不用于诊断。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Version</source>
        <translation>版本</translation>
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
        <translation>计算设备</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Slide drawn by</source>
        <translation>切片绘制</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Built with Qt (LGPL), LibTorch (BSD), OpenSlide (LGPL), libvips (LGPL), HDF5 (BSD), Eigen (MPL 2) and GEOS (LGPL).</source>
        <translation>基于 Qt (LGPL)、LibTorch (BSD)、OpenSlide (LGPL)、libvips (LGPL)、HDF5 (BSD)、Eigen (MPL 2) 和 GEOS (LGPL) 构建。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>spacrd::AlignmentDialog</name>
    <message>
        <location filename="../app/studio/alignmentdialog.cpp" line="+120"/>
        <location filename="../app/studio/alignmenttexts.cpp" line="+12"/>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmenttexts.cpp" line="+2"/>
        <source>Turned by 90° clockwise</source>
        <translation>顺时针旋转 90°</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turned by 180°</source>
        <translation>旋转 180°</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turned by 90° anticlockwise</source>
        <translation>逆时针旋转 90°</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Left and right exchanged</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Top and bottom exchanged</source>
        <translation>上下互换</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirrored at the falling diagonal</source>
        <translation>沿主对角线镜像</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirrored at the rising diagonal</source>
        <translation>沿副对角线镜像</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmentdialog.cpp" line="-60"/>
        <source>Alignment of spots and slide</source>
        <translation>点位与切片图像的对齐</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Findings</source>
        <translation>发现(&amp;F)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;By hand</source>
        <translation>手动(&amp;B)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Landmarks</source>
        <translation>标志点(&amp;L)</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>How the spots are turned about the middle of the slide:</source>
        <translation>点位绕切片图像中心的旋转方式：</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Show the spots so in the picture; Apply keeps it (on the command line: --align %1)</source>
        <translation>在图中这样显示点位；“应用”将保留（命令行：--align %1）</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Show the spots where they lie now</source>
        <translation>显示点位当前的位置</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>With the chosen change</source>
        <translation>采用所选更改后</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the spots where the chosen change would put them</source>
        <translation>显示所选更改会把点位放到何处</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Blue: spots in tissue. Grey: positions outside the tissue.</source>
        <translation>蓝色：组织内的点位。灰色：组织外的位置。</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>As it &amp;was</source>
        <translation>恢复原样(&amp;W)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Go back to the alignment that the sample was opened with</source>
        <translation>恢复为打开样本时的对齐</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Save with the sample…</source>
        <translation>随样本保存(&amp;S)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write a sample file (.json) that opens the sample with this alignment; the data stay untouched</source>
        <translation>写出一个样本文件（.json），以此对齐方式打开该样本；数据保持不变</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show the sample with the chosen change; no file is changed</source>
        <translation>按所选更改显示样本；不改动任何文件</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Close this window; what was applied stays</source>
        <translation>关闭此窗口；已应用的内容保留</translation>
    </message>
    <message>
        <location line="+152"/>
        <source>The marked landmarks were not applied.</source>
        <translation>已标记的标志点尚未应用。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Closing this window forgets them.</source>
        <translation>关闭此窗口将丢弃它们。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Discard landmarks</source>
        <translation>丢弃标志点(&amp;D)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Go on marking</source>
        <translation>继续标记(&amp;G)</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmentfindingsview.cpp" line="+37"/>
        <source>Nothing speaks against the way the spots lie now. That does not prove it right: look at the picture.</source>
        <translation>没有迹象表明点位当前的位置不正确。但这并不能证明它正确：请查看图像。</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Show this change in the picture</source>
        <translation>在图像中显示此更改</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, and show the sample so; no file is changed</source>
        <translation>%1，并这样显示样本；不改动任何文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Apply: %1</source>
        <translation>应用：%1</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmentdialog.cpp" line="-98"/>
        <source>Saved. Open %1 to have the sample with this alignment again.</source>
        <translation>已保存。打开 %1 即可再次以此对齐方式查看该样本。</translation>
    </message>
    <message>
        <location line="+61"/>
        <source>Joining spots and slide…</source>
        <translation>正在拼合点位与切片图像…</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Save a sample file</source>
        <translation>保存样本文件</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Sample files (*.json)</source>
        <translation>样本文件 (*.json)</translation>
    </message>
    <message>
        <location filename="../app/studio/alignmenttexts.cpp" line="+10"/>
        <source>The spots and the image seem to be counted in pixels of different size.</source>
        <translation>点位与图像所用的像素大小似乎不同。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The spots seem to be turned or mirrored against the image.</source>
        <translation>点位相对图像似乎被旋转或镜像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The spots seem to be measured from the corner of the scanned part, not of the whole slide.</source>
        <translation>点位似乎从扫描区域的角而不是整张切片图像的角量起。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The spots seem to be shifted against the image.</source>
        <translation>点位相对图像似乎有偏移。</translation>
    </message>
</context>
<context>
    <name>spacrd::AlignmentPreview</name>
    <message>
        <location filename="../widgets/panels/alignmentpreview.cpp" line="+29"/>
        <source>The slide with the spots drawn over it</source>
        <translation>叠加了点位的切片图像</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Wheel or + and −: zoom. Drag: move. While marking, arrow keys move the cross and Enter marks.</source>
        <translation>滚轮或 + 和 −：缩放。拖动：移动。标记时，方向键移动十字，回车键标记。</translation>
    </message>
    <message>
        <location line="+138"/>
        <source>Reading the slide…</source>
        <translation>正在读取切片图像…</translation>
    </message>
</context>
<context>
    <name>spacrd::Arguments</name>
    <message>
        <location filename="../app/studio/arguments.cpp" line="+36"/>
        <source>The slide scale must be a number above 0, not “%1”.</source>
        <translation>切片比例必须是大于 0 的数，而不是“%1”。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Finds cancer regions in whole-slide images with spatial transcriptomics.</source>
        <translation>结合空间转录组，在全切片图像中检出癌区。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Open the demo section, made first where there is none, and detect on it.</source>
        <translation>打开演示样本（没有时先生成）并进行检测。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Detect as soon as the section is open.</source>
        <translation>样本打开后立即检测。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The model to use.</source>
        <translation>要使用的模型。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The slide of the section, when it is not beside it.</source>
        <translation>样本的切片图像（不在样本旁时指定）。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slide pixels per full-resolution pixel, when the slide is a reduced copy.</source>
        <translation>当切片图像是缩小副本时，每个全分辨率像素对应的切片像素数。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Use the expression alone; do not look for an image.</source>
        <translation>仅使用表达数据；不查找图像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Change how the spots lie on the slide, as spacrd names it: suggested, rotate-90, flip-x, …</source>
        <translation>更改点位在切片上的位置，名称同 spacrd：suggested、rotate-90、flip-x……</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A table of positions in place of the one beside the data.</source>
        <translation>替代数据旁位置表的位置表。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The spot table of a legacy-ST section.</source>
        <translation>旧版 ST 样本的点位表。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Which section, where there are several: a library of an .h5ad, a bin size of Visium HD.</source>
        <translation>有多个样本时选择哪一个：.h5ad 的库，或 Visium HD 的网格尺寸。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Who draws the slide: processor, or card (also one that the processor imitates). Else a real graphics card does.</source>
        <translation>由谁绘制切片：processor（处理器）或 card（显卡，也包括由处理器模拟的）。否则由真正的显卡绘制。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A slide, a section folder, a counts table or a sample file.</source>
        <translation>切片图像、样本文件夹、计数表或样本描述文件。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Only one section can be open; %1 were named.</source>
        <translation>一次只能打开一个样本，但给出了 %1 个。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The slide can be drawn by “processor” or “card”, not “%1”.</source>
        <translation>切片可由“processor”或“card”绘制，而不是“%1”。</translation>
    </message>
</context>
<context>
    <name>spacrd::BookmarksPanel</name>
    <message>
        <location filename="../widgets/panels/bookmarkspanel.cpp" line="+35"/>
        <source>&amp;Add this view</source>
        <translation>添加此视图(&amp;A)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Double-click or Enter goes there, F2 changes the note</source>
        <translation>双击或按回车键前往，F2 修改备注</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remember the view that is shown now</source>
        <translation>记住当前显示的视图</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Change the note of this bookmark (F2)</source>
        <translation>修改此书签的备注 (F2)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remove this bookmark (Del)</source>
        <translation>删除此书签 (Del)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Views to come back to appear here.</source>
        <translation>想要返回的视图会显示在这里。</translation>
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
        <translation>蓝色</translation>
    </message>
</context>
<context>
    <name>spacrd::ColoursPanel</name>
    <message>
        <location filename="../widgets/panels/colourspanel.cpp" line="+40"/>
        <source>Use the colour &amp;profile of the scanner</source>
        <translation>使用扫描仪的颜色配置文件(&amp;P)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Normalise the stain</source>
        <translation>染色标准化(&amp;N)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Darker or brighter</source>
        <translation>更暗或更亮</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Less or more difference between dark and bright</source>
        <translation>减小或增大明暗差别</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Brightens or darkens the middle; black and white stay</source>
        <translation>使中间调变亮或变暗；黑与白不变</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All dyes</source>
        <translation>全部染料</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Haematoxylin only</source>
        <translation>仅苏木精</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Eosin only</source>
        <translation>仅伊红</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>Dyes</source>
        <translation>染料</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Show one dye of an H&amp;E section by itself, by colour deconvolution</source>
        <translation>通过颜色反卷积单独显示 H&amp;E 切片的一种染料</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Show the dyes of this H&amp;E section in the colours and the strength of a standard stain, by Macenko&apos;s method: sections of different laboratories look alike</source>
        <translation>用 Macenko 方法将此 H&amp;E 切片的染料显示为标准染色的颜色和强度：不同实验室的切片看起来一致</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Show the slide as it was scanned</source>
        <translation>按扫描时的样子显示切片</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>For the eye only: detection reads the slide as it was scanned.</source>
        <translation>仅供观看：检测读取的是原始扫描的切片。</translation>
    </message>
    <message>
        <location line="+53"/>
        <source>Show the colours as the scanner says that they are (its ICC profile)</source>
        <translation>按扫描仪所述显示颜色（其 ICC 配置文件）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This slide has no colour profile</source>
        <translation>此切片没有颜色配置文件</translation>
    </message>
</context>
<context>
    <name>spacrd::ComparePane</name>
    <message>
        <location filename="../widgets/panels/comparepane.cpp" line="+29"/>
        <source>What this view shows</source>
        <translation>此视图显示的内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the layer that this view shows over the slide</source>
        <translation>选择此视图叠加在切片上的图层</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Close this view</source>
        <translation>关闭此视图</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Slide only</source>
        <translation>仅切片</translation>
    </message>
</context>
<context>
    <name>spacrd::ComparePanes</name>
    <message>
        <location filename="../widgets/panels/comparepanes.cpp" line="+26"/>
        <source>As in the panel “Layers”</source>
        <translation>与“图层”面板相同</translation>
    </message>
</context>
<context>
    <name>spacrd::ExportDialog</name>
    <message>
        <location filename="../app/studio/exportdialog.cpp" line="+47"/>
        <source>Export the result</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+31"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location line="-30"/>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>score, probability and class of each spot; attention.csv beside it</source>
        <translation>每个点位的得分、概率和类别；同时写出 attention.csv</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the regions, for QuPath</source>
        <translation>区域，可用 QuPath 打开</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a picture of the regions on the tissue</source>
        <translation>区域叠加在组织上的图片</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>how the result was made: inputs, model, versions</source>
        <translation>结果的来源：输入、模型、版本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show the folder afterwards</source>
        <translation>完成后显示文件夹</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>Folder for the result</source>
        <translation>结果文件夹</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Choose a folder to write to.</source>
        <translation>请选择要写入的文件夹。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Give the whole path of the folder.</source>
        <translation>请给出文件夹的完整路径。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 是文件，不是文件夹。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>You may not write to %1. Choose another folder.</source>
        <translation>没有写入 %1 的权限。请选择其他文件夹。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose at least one file.</source>
        <translation>请至少选择一个文件。</translation>
    </message>
</context>
<context>
    <name>spacrd::GenePanel</name>
    <message>
        <location filename="../widgets/panels/genepanel.cpp" line="+28"/>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Search a gene, such as ERBB2</source>
        <translation>搜索基因，例如 ERBB2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Gene search</source>
        <translation>基因搜索</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Genes</source>
        <translation>基因</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Take the gene off the picture</source>
        <translation>从图上移除该基因</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>Choose a gene to see it on the tissue.</source>
        <translation>选择一个基因，在组织上显示其表达。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This section has no expression matrix, so there are no genes to show.</source>
        <translation>此切片没有表达矩阵，因此没有可显示的基因。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Genes appear here when a section with expression is open.</source>
        <translation>打开带有基因表达的样本后，基因会列在这里。</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>No gene of this section has “%1” in its name.</source>
        <translation>此切片中没有名称包含“%1”的基因。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&lt;b&gt;%1&lt;/b&gt;: %2 UMIs in %3 of %4 spots</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;：%4 个点位中有 %3 个检出，共 %2 个 UMI</translation>
    </message>
</context>
<context>
    <name>spacrd::GenesTable</name>
    <message>
        <location filename="../widgets/panels/genestable.cpp" line="+71"/>
        <source>Gene</source>
        <translation>基因</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>UMIs</source>
        <translation>UMI 数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spots</source>
        <translation>点位</translation>
    </message>
</context>
<context>
    <name>spacrd::GoToDialog</name>
    <message>
        <location filename="../app/studio/gotodialog.cpp" line="+46"/>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All of it, or how it begins</source>
        <translation>完整条形码或其开头</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Unit of the place</source>
        <translation>位置的单位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pixels of the full-resolution image</source>
        <translation>全分辨率图像的像素</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From the top left corner of the slide</source>
        <translation>从切片左上角算起</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Go to the spot of this barcode</source>
        <translation>前往此条形码的点位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go to this place</source>
        <translation>前往此位置</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&amp;Barcode</source>
        <translation>条形码(&amp;B)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Place</source>
        <translation>位置(&amp;P)</translation>
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
        <translation>从 %1 到 %2，一半点位不超过 %3。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Below %1 is left out.</source>
        <translation>低于 %1 的被排除。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Above %1 is left out.</source>
        <translation>高于 %1 的被排除。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Histogram of %1</source>
        <translation>%1 的直方图</translation>
    </message>
</context>
<context>
    <name>spacrd::LandmarksView</name>
    <message>
        <location filename="../app/studio/landmarksview.cpp" line="+37"/>
        <source>&amp;Delete pair</source>
        <translation>删除点对(&amp;D)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Marked pairs</source>
        <translation>已标记的点对</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Spot</source>
        <translation>点位</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Slide</source>
        <translation>切片图像</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place among the spots, full-resolution pixels</source>
        <translation>点位中的位置，全分辨率像素</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place on the slide, level-0 pixels</source>
        <translation>切片图像上的位置，第 0 级像素</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How far on the slide the alignment leaves the pair apart</source>
        <translation>对齐后该点对在切片图像上仍相距多远</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Kind of alignment</source>
        <translation>对齐类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the spots may be changed by to fit the pairs</source>
        <translation>为使点对吻合，允许对点位作何种改变</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Similarity: turn, mirror, scale, shift</source>
        <translation>相似：旋转、镜像、缩放、平移</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Affine: also two scales and a shear</source>
        <translation>仿射：另加两个方向的缩放和剪切</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Delete the chosen pair (Del)</source>
        <translation>删除所选点对 (Del)</translation>
    </message>
    <message>
        <location line="+78"/>
        <source>µm</source>
        <translation>µm</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Now click the place on the image where this spot belongs (Esc: another spot).</source>
        <translation>现在请点击该点位在图像上所属的位置（Esc：另选点位）。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Click a spot in the picture, then the place on the image where it belongs.</source>
        <translation>请先点击图中的一个点位，再点击它在图像上所属的位置。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>RMS error %1 %2 over %3 pairs</source>
        <translation>%3 个点对的均方根误差为 %1 %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Pairs still needed: %1</source>
        <translation>还需要的点对数：%1</translation>
    </message>
</context>
<context>
    <name>spacrd::LayerRow</name>
    <message>
        <location filename="../widgets/panels/layerrow.cpp" line="+42"/>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <location line="+86"/>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show or hide “%1”</source>
        <translation>显示或隐藏“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Opacity of %1</source>
        <translation>%1的不透明度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Opacity of “%1”</source>
        <translation>“%1”的不透明度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colours of %1</source>
        <translation>%1的颜色</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Range of the colours of %1</source>
        <translation>%1 的颜色范围</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the values that the ends of the colours of “%1” stand for</source>
        <translation>选择“%1”颜色两端所代表的数值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colours of “%1”</source>
        <translation>“%1”的颜色</translation>
    </message>
</context>
<context>
    <name>spacrd::LayersPanel</name>
    <message>
        <location filename="../widgets/panels/layerspanel.cpp" line="+32"/>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <location line="+115"/>
        <source>Slide</source>
        <translation>切片图像</translation>
    </message>
</context>
<context>
    <name>spacrd::LegendView</name>
    <message>
        <location filename="../widgets/panels/legendview.cpp" line="+45"/>
        <source>log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>from %1 to %2 %3</source>
        <translation>从 %1 到 %2 %3</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+104"/>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <location line="-101"/>
        <source>Legend of %1: %2</source>
        <translation>%1的图例：%2</translation>
    </message>
    <message>
        <location line="-14"/>
        <source>%1, log scale</source>
        <translation>%1，对数刻度</translation>
    </message>
</context>
<context>
    <name>spacrd::MainWindow</name>
    <message>
        <location filename="../app/studio/actions.cpp" line="+44"/>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Colours of the window: %1</source>
        <translation>窗口颜色：%1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&amp;All colours</source>
        <translation>全部颜色(&amp;A)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Without &amp;green cones (deuteranopia)</source>
        <translation>缺少绿视锥（绿色盲）(&amp;G)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Without &amp;red cones (protanopia)</source>
        <translation>缺少红视锥（红色盲）(&amp;R)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Without &amp;blue cones (tritanopia)</source>
        <translation>缺少蓝视锥（蓝色盲）(&amp;B)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Printed in grey</source>
        <translation>灰度打印(&amp;P)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show the picture and the legends as someone else sees them: %1</source>
        <translation>按他人所见显示图像和图例：%1</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>As this computer has (%1)</source>
        <translation>按本机内存（%1）</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Memory for parts of the slide that were seen: %1</source>
        <translation>已浏览切片区域所用内存：%1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Language of the window: %1</source>
        <translation>窗口语言：%1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&amp;One view</source>
        <translation>单个视图(&amp;O)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the slide once</source>
        <translation>显示一个切片视图</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Two side by side</source>
        <translation>两个并排(&amp;T)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the slide twice, to compare a layer with another</source>
        <translation>显示两个切片视图，以比较不同图层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>T&amp;hree side by side</source>
        <translation>三个并排(&amp;H)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the slide three times: tissue, gene and score</source>
        <translation>显示三个切片视图：组织、基因和得分</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show as through a %1 objective</source>
        <translation>按 %1 物镜的大小显示</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>&amp;New window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another window, for another slide beside this one</source>
        <translation>另开一个窗口，用于与此并列的另一张切片</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Open a slide, a picture or a counts table</source>
        <translation>打开切片图像、图片或计数表</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a section folder, such as the “outs” of Space Ranger</source>
        <translation>打开样本文件夹，例如 Space Ranger 的“outs”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open &amp;sample…</source>
        <translation>打开样本(&amp;S)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name the parts of a sample: data, section, slide, positions, scale</source>
        <translation>指定样本的各部分：数据、样本、切片图像、位置、比例</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open &amp;demo</source>
        <translation>打开演示(&amp;D)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open the made-up section and detect on it; the first time it is made</source>
        <translation>打开人工生成的样本并检测；第一次使用时先生成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Clear this list</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Forget what was opened; no file is touched</source>
        <translation>清除打开记录，不会改动任何文件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write scores, regions, a picture and the record of the run</source>
        <translation>写出得分、区域、图片和运行记录</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Picture of the view…</source>
        <translation>视图图片(&amp;P)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save or copy what the view shows, at any resolution</source>
        <translation>以任意分辨率保存或复制视图内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close the section and go back to the start page</source>
        <translation>关闭样本并返回起始页</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Close all windows and leave the program</source>
        <translation>关闭所有窗口并退出程序</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Fit to window</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show the whole slide</source>
        <translation>显示整张切片</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Twice as large</source>
        <translation>放大一倍</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Half as large</source>
        <translation>缩小一半</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Turn &amp;left</source>
        <translation>向左旋转(&amp;L)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>A quarter turn to the left</source>
        <translation>向左旋转 90°</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turn &amp;right</source>
        <translation>向右旋转(&amp;R)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A quarter turn to the right</source>
        <translation>向右旋转 90°</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn left by 5°</source>
        <translation>向左旋转 5°</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn the slide a little to the left</source>
        <translation>将切片稍向左旋转</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn right by 5°</source>
        <translation>向右旋转 5°</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn the slide a little to the right</source>
        <translation>将切片稍向右旋转</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Mirror</source>
        <translation>镜像(&amp;M)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Exchange left and right, as of a section put on the glass the other way round</source>
        <translation>左右互换，如同切片反贴在玻片上</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Upright</source>
        <translation>摆正(&amp;U)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>As the slide was scanned</source>
        <translation>与扫描时一致</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>View &amp;before</source>
        <translation>上一视图(&amp;B)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Go back to the view before</source>
        <translation>返回上一个视图</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>View af&amp;ter</source>
        <translation>下一视图(&amp;T)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go to the view that was left by going back</source>
        <translation>前往返回之前所在的视图</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Go to…</source>
        <translation>前往(&amp;G)…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Go to the spot of a barcode, or to a place</source>
        <translation>前往某条形码的点位或某位置</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add &amp;bookmark</source>
        <translation>添加书签(&amp;B)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remember this view, to come back to it</source>
        <translation>记住此视图，以便返回</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Move together</source>
        <translation>同步移动(&amp;M)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Views side by side show the same place</source>
        <translation>并排视图显示同一位置</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Over&amp;view map</source>
        <translation>导航图(&amp;V)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show where the view lies on the slide</source>
        <translation>显示当前视野在切片上的位置</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>G&amp;rid</source>
        <translation>网格(&amp;R)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Lines over the slide at round distances in µm</source>
        <translation>在切片上按整数 µm 间距画线</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Ru&amp;ler</source>
        <translation>标尺(&amp;L)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Drag on the slide to measure a distance; with Shift straight. The space bar moves the slide meanwhile</source>
        <translation>在切片上拖动以测量距离，按住 Shift 为直线方向；按住空格键可移动切片</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>R&amp;emove rulers</source>
        <translation>移除标尺(&amp;E)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take away all measured distances; the Delete key takes the last one</source>
        <translation>移除所有测量的距离；Delete 键移除最后一个</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Patch magnif&amp;ier</source>
        <translation>图块放大镜(&amp;I)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>See each spot under the pointer as the model sees it: its patch, pixel by pixel</source>
        <translation>查看指针下每个点位在模型眼中的样子：逐像素的图块</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>S&amp;mooth motion</source>
        <translation>平滑移动(&amp;M)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A thrown view glides on, and zooming is not a jump; off is easier over a slow connection</source>
        <translation>拖甩后视图会滑行，缩放不会跳变；慢速连接时建议关闭</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Draw by the graphics &amp;card</source>
        <translation>用显卡绘制(&amp;C)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This machine has no graphics card for OpenGL: the processor draws the slide</source>
        <translation>此计算机没有支持 OpenGL 的显卡：由处理器绘制切片</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Alignment…</source>
        <translation>对齐(&amp;A)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>See how the spots lie on the slide, turn them or align them by marked pairs</source>
        <translation>查看点位在切片图像上的位置，旋转它们或用标记的点对对齐</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>S&amp;quare pixels</source>
        <translation>方形像素(&amp;Q)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Far enlarged, each pixel of the slide is a square; off blends them</source>
        <translation>放大到足够倍数时每个像素显示为方块；关闭则平滑过渡</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Use the whole screen</source>
        <translation>使用整个屏幕</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>&amp;Choose model…</source>
        <translation>选择模型(&amp;C)…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Use another model file (.spacrd)</source>
        <translation>使用其他模型文件 (.spacrd)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Detect</source>
        <translation>检测(&amp;D)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Find cancer regions in this section</source>
        <translation>在此样本中检出癌区</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Stop what is running</source>
        <translation>停止正在进行的工作</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Five-minute &amp;tour</source>
        <translation>五分钟导览(&amp;T)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>How to work with this program</source>
        <translation>如何使用本程序</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;About SpaCRD Studio</source>
        <translation>关于 SpaCRD Studio(&amp;A)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Versions, devices and licences</source>
        <translation>版本、计算设备和许可证</translation>
    </message>
    <message>
        <location filename="../app/studio/detecting.cpp" line="+45"/>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>SpaCRD models (*.spacrd)</source>
        <translation>SpaCRD 模型 (*.spacrd)</translation>
    </message>
    <message>
        <location line="+0"/>
        <location filename="../app/studio/opening.cpp" line="+249"/>
        <location line="+23"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location line="+71"/>
        <source>Graphics card ready</source>
        <translation>显卡可用</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Processor only</source>
        <translation>仅处理器</translation>
    </message>
    <message>
        <location line="-87"/>
        <source>%1 (included)</source>
        <translation>%1（内置）</translation>
    </message>
    <message>
        <location line="+72"/>
        <source>No device</source>
        <translation>没有可用设备</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Models run on: %1</source>
        <translation>模型运行于：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Graphics card cannot be used</source>
        <translation>显卡无法使用</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Open a section first.</source>
        <translation>请先打开一个样本。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is a slide by itself. Open its section (the “outs” folder or the counts table) to detect.</source>
        <translation>这只是切片图像。要检测，请打开其样本（“outs”文件夹或计数表）。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose a model first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reading the model…</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>This model cannot be read. Choose another.</source>
        <translation>无法读取此模型，请选择其他模型。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This section has no expression matrix, and this model reads genes only. Choose one that looks at the image.</source>
        <translation>此切片没有表达矩阵，而该模型只读取基因。请选择会看图像的模型。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>To detect, choose a model file (.spacrd).</source>
        <translation>要进行检测，请选择模型文件 (.spacrd)。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Choose model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Detecting</source>
        <translation>正在检测</translation>
    </message>
    <message>
        <location filename="../app/studio/docks.cpp" line="+100"/>
        <source>Show or hide the panel “%1”</source>
        <translation>显示或隐藏“%1”面板</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Genes</source>
        <translation>基因</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Spot</source>
        <translation>点位</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Brightness and contrast</source>
        <translation>亮度与对比度</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <location filename="../app/studio/exploring.cpp" line="+95"/>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>log-normalised</source>
        <translation>对数归一化</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>image → genes</source>
        <translation>图像 → 基因</translation>
    </message>
    <message>
        <location filename="../app/studio/exporting.cpp" line="+42"/>
        <source>Exporting to %1</source>
        <translation>正在导出到 %1</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Written to %1: %2.</source>
        <translation>已写入 %1：%2。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
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
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../app/studio/menus.cpp" line="+32"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Magnification</source>
        <translation>放大倍数(&amp;M)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Turn</source>
        <translation>旋转(&amp;T)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>&amp;Side by side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Memor&amp;y for the slide</source>
        <translation>切片内存(&amp;Y)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour visio&amp;n</source>
        <translation>色觉(&amp;N)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Detect</source>
        <translation>检测</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location line="+102"/>
        <source>The colours are those that someone else would see. Files and pictures that you save keep all colours.</source>
        <translation>当前颜色是他人所见的颜色。您保存的文件和图片保留全部颜色。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show all colours</source>
        <translation>显示全部颜色</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Nothing was opened yet</source>
        <translation>尚未打开过文件</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The language changes when the program is started again.</source>
        <translation>重新启动程序后语言才会改变。</translation>
    </message>
    <message>
        <location filename="../app/studio/opening.cpp" line="-210"/>
        <source>Slides and pictures (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)</source>
        <translation>切片和图片 (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <location line="+13"/>
        <location line="+238"/>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <location line="-194"/>
        <source>Making the demo section</source>
        <translation>正在生成演示样本</translation>
    </message>
    <message>
        <location line="+71"/>
        <source>This section has no slide: spots are shown on an empty ground, and a model can use the genes only.</source>
        <translation>此样本没有切片图像：点位显示在空白背景上，模型只能使用基因。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose slide…</source>
        <translation>选择切片图像…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The spots may not lie right on the slide. %1</source>
        <translation>点位在切片图像上的位置可能不正确。%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>(One more finding.)</source>
        <translation>（另有一项发现。）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>(%1 more findings.)</source>
        <translation>（另有 %1 项发现。）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Review alignment…</source>
        <translation>查看对齐…</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The image that was left out can be tried with a change to the alignment.</source>
        <translation>被排除的图像可以在更改对齐后再试。</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Open a slide or a section</source>
        <translation>打开切片图像或样本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Counts and sample files (*.h5ad *.tsv *.tsv.gz *.gz *.h5 *.json)</source>
        <translation>计数和样本文件 (*.h5ad *.tsv *.tsv.gz *.gz *.h5 *.json)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Open a section folder</source>
        <translation>打开样本文件夹</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The slide of this section</source>
        <translation>此样本的切片图像</translation>
    </message>
    <message>
        <location filename="../app/studio/status.cpp" line="+54"/>
        <source>Parts of the slide that were asked for and cannot be read; they are hatched</source>
        <translation>需要但无法读取的切片区域，以阴影线显示</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where the pointer is: full-resolution pixels, and the distance from the top-left corner</source>
        <translation>光标位置：全分辨率像素，以及到左上角的距离</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Magnification, as through an objective of that name</source>
        <translation>放大倍数，相当于该倍数的物镜</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Memory that is still free on this computer</source>
        <translation>本机剩余可用内存</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where models can run on this computer</source>
        <translation>本机可运行模型的设备</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Looking for devices…</source>
        <translation>正在查找计算设备…</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>x %1, y %2 px</source>
        <translation>x %1&#x3000;y %2 像素</translation>
    </message>
    <message>
        <location line="+2"/>
        <source> · %1, %2 µm</source>
        <translation> · %1,%2 µm</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>magnification unknown</source>
        <translation>放大倍数未知</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Unreadable tiles: %1</source>
        <translation>无法读取的图块：%1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>“%1” is no longer where it was opened: it was moved or deleted, or its disk is disconnected. What was read of it stays. Put it back, and this message goes by itself.</source>
        <translation>“%1”已不在打开时的位置：它已被移动或删除，或其磁盘已断开。已读取的内容会保留。将其放回后，此消息会自动消失。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” has become shorter since it was opened: it is being copied, or was damaged. What is missing is hatched. When it is whole again, this message goes by itself.</source>
        <translation>“%1”自打开以来变短了：它正在被复制，或已损坏。缺失的部分以斜线显示。文件恢复完整后，此消息会自动消失。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” was changed or replaced by another file since it was opened. What is shown is of the file before; what is missing of that is hatched. Open it again to see the new one.</source>
        <translation>“%1”自打开以来已被更改或被另一个文件替换。当前显示的是之前的文件；其缺失的部分以斜线显示。重新打开即可查看新文件。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Little memory left: %1 GB</source>
        <translation>内存不足：剩余 %1 GB</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 GB memory free</source>
        <translation>可用内存 %1 GB</translation>
    </message>
    <message>
        <location filename="../app/studio/aligning.cpp" line="+80"/>
        <source>This sample was aligned in another way when it was open last.</source>
        <translation>上次打开此样本时使用了另一种对齐。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Align so again</source>
        <translation>再次如此对齐</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Aligning %1</source>
        <translation>正在对齐 %1</translation>
    </message>
    <message>
        <location filename="../app/studio/quality.cpp" line="+151"/>
        <source>UMIs</source>
        <translation>UMI</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>UMIs a spot</source>
        <translation>每点位 UMI 数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Genes detected</source>
        <translation>检出基因数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>genes a spot</source>
        <translation>每点位基因数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mitochondrial share</source>
        <translation>线粒体占比</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>% of UMIs</source>
        <translation>占 UMI 的 %</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Image at the spot</source>
        <translation>点位处的图像</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tissue</source>
        <translation>组织</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>out of focus</source>
        <translation>失焦</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>glass</source>
        <translation>玻片</translation>
    </message>
    <message>
        <location filename="../app/studio/bookmarks.cpp" line="+43"/>
        <source>View %1</source>
        <translation>视图 %1</translation>
    </message>
    <message>
        <location filename="../app/studio/goingto.cpp" line="+38"/>
        <source>Others begin like this too (%1); the first is shown.</source>
        <translation>还有其他条形码以此开头（%1 个）；显示第一个。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No spot has a barcode that begins like this.</source>
        <translation>没有条形码以此开头的点位。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>This place lies outside the slide.</source>
        <translation>此位置在切片之外。</translation>
    </message>
    <message>
        <location filename="../app/studio/snapshots.cpp" line="+9"/>
        <source>Left, as in the panel “Layers”</source>
        <translation>左侧，与“图层”面板相同</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Right: %1</source>
        <translation>右侧：%1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Middle: %1</source>
        <translation>中间：%1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.tif *.tiff)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 view.png</source>
        <translation>%1 视图.png</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>The picture was written to %1.</source>
        <translation>图片已写入 %1。</translation>
    </message>
    <message>
        <location filename="../app/studio/magnifying.cpp" line="+47"/>
        <source>A slide by itself has no spots: open a section to see what the model sees of them.</source>
        <translation>单独的切片没有点位：打开一个切片样本以查看模型所见。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This section has no image.</source>
        <translation>此样本没有图像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This model reads genes alone: it sees no image.</source>
        <translation>此模型只读取基因：它不看图像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Point at a spot to see its patch as the model sees it.</source>
        <translation>指向一个点位以查看模型所见的图块。</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>%1 µm, %2 × %2 px: encoder %3</source>
        <translation>%1 µm，%2 × %2 px：编码器 %3</translation>
    </message>
    <message>
        <location filename="../app/studio/drawing.cpp" line="+25"/>
        <source>The slide is drawn by %1; switch it off where it is drawn wrongly</source>
        <translation>切片由 %1 绘制；若绘制有误请关闭</translation>
    </message>
</context>
<context>
    <name>spacrd::MessageBar</name>
    <message>
        <location filename="../widgets/panels/messagebar.cpp" line="+98"/>
        <location line="+1"/>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>spacrd::ModelPanel</name>
    <message>
        <location filename="../widgets/panels/modelpanel.cpp" line="+202"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location line="-162"/>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Graphics card (%1)</source>
        <translation>显卡 (%1)</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Reads the image and %1 genes.</source>
        <translation>使用图像和 %1 个基因。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reads %1 genes; it does not look at the image.</source>
        <translation>使用 %1 个基因，不使用图像。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Trained on %1 spots, %2 of them cancer (%3).</source>
        <translation>训练所用点位 %1 个，其中癌点位 %2 个(%3)。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Continues the model %1.</source>
        <translation>在模型 %1 的基础上继续训练。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Continues the model %1, trained on %2.</source>
        <translation>在模型 %1 的基础上继续训练，该模型训练所用样本：%2。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No held-out test was recorded.</source>
        <translation>未记录留出集测试。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>On held-out spots: %1.</source>
        <translation>留出点位上的表现：%1。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>On sections held out (%1): %2.</source>
        <translation>在留出的样本（%1）上：%2。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Detect cancer</source>
        <translation>检测癌区</translation>
    </message>
    <message>
        <location line="+30"/>
        <location line="+22"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location line="-21"/>
        <source>The trained model that reads the section</source>
        <translation>用于分析样本的已训练模型</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Choose a model file…</source>
        <translation>选择模型文件…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a model file</source>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+14"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location line="-13"/>
        <source>Where the model runs</source>
        <translation>模型运行的设备</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>No model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Choose a model file (.spacrd) to detect with.</source>
        <translation>请选择用于检测的模型文件 (.spacrd)。</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Find cancer regions in this section (Ctrl+D)</source>
        <translation>在此样本中检出癌区 (Ctrl+D)</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 spots are cancer. Regions: &lt;b&gt;%3&lt;/b&gt;, together &lt;b&gt;%4&lt;/b&gt;.</source>
        <translation>%2 个点位中有 &lt;b&gt;%1&lt;/b&gt; 个为癌。区域：&lt;b&gt;%3&lt;/b&gt; 个，共 &lt;b&gt;%4&lt;/b&gt;。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The image was not used.</source>
        <translation>未使用图像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gene expression was not used.</source>
        <translation>未使用基因表达。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The probability was calibrated on %1 spots with labels, of sections the model was not trained on; on other tissue it can be off. For research, not for diagnosis.</source>
        <translation>概率已在模型未用于训练的切片的 %1 个带标签的点位上校准；在其他组织上可能有偏差。仅供研究，不用于诊断。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The probability is the model&apos;s own and is not calibrated: 0.8 does not mean that 8 of 10 such spots are cancer. For research, not for diagnosis.</source>
        <translation>概率由模型直接给出，未经校准：0.8 并不意味着 10 个这样的点位中有 8 个是癌。仅供研究，不用于诊断。</translation>
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
        <translation>Spatial Transcriptomics（旧版 ST）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>10x Xenium</source>
        <translation>10x Xenium</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Spots of an unknown platform</source>
        <translation>平台未知的点位</translation>
    </message>
    <message>
        <location line="+97"/>
        <source>%1 µm bins</source>
        <translation>%1 µm 网格</translation>
    </message>
    <message>
        <location filename="../app/studio/opensampledialog.cpp" line="+44"/>
        <source>Data of the sample</source>
        <translation>样本的数据</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Se&amp;ction</source>
        <translation>样本(&amp;C)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slide</source>
        <translation>切片图像</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open &amp;without a slide</source>
        <translation>不带切片图像打开(&amp;W)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Spots</source>
        <translation>点位</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+239"/>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <location line="-235"/>
        <source>Open sample</source>
        <translation>打开样本</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A folder or file: drop it anywhere on this window</source>
        <translation>文件夹或文件：可拖放到此窗口的任意位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the file of the data…</source>
        <translation>选择数据文件…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Counts and sample files (*.h5ad *.h5 *.tsv *.tsv.gz *.csv *.gz *.json)</source>
        <translation>计数和样本文件 (*.h5ad *.h5 *.tsv *.tsv.gz *.csv *.gz *.json)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the folder of the data…</source>
        <translation>选择数据文件夹…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the slide…</source>
        <translation>选择切片图像…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Slides and pictures (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)</source>
        <translation>切片图像和图片 (*.svs *.tif *.tiff *.ndpi *.mrxs *.scn *.vms *.vmu *.bif *.svslide *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+2"/>
        <location line="+199"/>
        <source>As found with the data</source>
        <translation>使用随数据找到的</translation>
    </message>
    <message>
        <location line="-200"/>
        <source>Choose the table of positions…</source>
        <translation>选择位置表…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Tables (*.csv *.csv.gz *.parquet)</source>
        <translation>表格 (*.csv *.csv.gz *.parquet)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose the table of spots…</source>
        <translation>选择点位表…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Tables (*.tsv *.tsv.gz *.csv *.txt *.gz)</source>
        <translation>表格 (*.tsv *.tsv.gz *.csv *.txt *.gz)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Section</source>
        <translation>样本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Which of the sections that lie there to open</source>
        <translation>打开其中的哪一个样本</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Show spots and expression alone, whatever image lies with the data</source>
        <translation>只显示点位和表达，不管数据中附带何种图像</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scale of the slide</source>
        <translation>切片图像的比例</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As the data say</source>
        <translation>按数据所述</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Slide pixels per full-resolution pixel, when the slide is a reduced copy: 0.25 for a quarter</source>
        <translation>切片图像为缩小副本时，每个全分辨率像素对应的切片图像像素数：四分之一为 0.25</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open the sample with these parts</source>
        <translation>用这些部分打开样本</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Only where the data do not say</source>
        <translation>仅在数据未说明时填写</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;Slide</source>
        <translation>切片图像(&amp;S)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Positions</source>
        <translation>位置(&amp;P)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spo&amp;ts (legacy ST)</source>
        <translation>点位（旧版 ST）(&amp;T)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slide sca&amp;le</source>
        <translation>切片比例(&amp;L)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Close this window and open nothing</source>
        <translation>关闭此窗口，不打开任何内容</translation>
    </message>
    <message>
        <location line="+104"/>
        <source>Choose one…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <location filename="../app/studio/opensampletexts.cpp" line="-74"/>
        <source>Space Ranger and Xenium folders, .h5ad, 10x .h5, counts tables and sample files can be opened.</source>
        <translation>可打开 Space Ranger 和 Xenium 文件夹、.h5ad、10x .h5、计数表和样本文件。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A slide by itself, without spots and expression</source>
        <translation>单独的切片图像，没有点位和表达</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 · %2 sections</source>
        <translation>%1 · %2 个样本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 · one section</source>
        <translation>%1 · 一个样本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a sample file, which names the parts</source>
        <translation>样本文件，其中指明了各部分</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The section opens with expression alone.</source>
        <translation>该样本将只以表达数据打开。</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+16"/>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>Named: %1</source>
        <translation>已指定：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Found: a picture inside the data file. Name the full slide to see and use more.</source>
        <translation>已找到：数据文件内的图片。指定完整的切片图像可以查看和利用更多内容。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Found with the data: %1</source>
        <translation>随数据找到：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>None was found with the data. Name the slide; without it the section opens with expression alone.</source>
        <translation>数据中未找到。请指定切片图像；否则该样本只以表达数据打开。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>In use: %1</source>
        <translation>正在使用：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No table of spots was found beside the counts: name it under “Spots”.</source>
        <translation>计数旁没有找到点位表：请在“点位”中指定。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No table of positions was found with the data: name it under “Positions”.</source>
        <translation>数据中没有找到位置表：请在“位置”中指定。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Name the data first.</source>
        <translation>请先指定数据。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose which of the sections to open.</source>
        <translation>请选择要打开的样本。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scale must be a number above 0.</source>
        <translation>比例必须是大于 0 的数。</translation>
    </message>
    <message>
        <location filename="../app/studio/opensampledialog.cpp" line="+52"/>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>spacrd::OverviewMap</name>
    <message>
        <location filename="../widgets/slideview/overviewmap.cpp" line="+40"/>
        <source>Overview map</source>
        <translation>导航图</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The whole slide, with a frame around the part in view; what was looked at is tinted green.</source>
        <translation>整张切片，框出当前可见部分；看过的部分呈绿色。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Overview: click or drag to look elsewhere; what was looked at is tinted green</source>
        <translation>概览：单击或拖动以查看别处；看过的部分呈绿色</translation>
    </message>
</context>
<context>
    <name>spacrd::PatchMagnifier</name>
    <message>
        <location filename="../widgets/slideview/patchmagnifier.cpp" line="+25"/>
        <source>What the model sees of a spot</source>
        <translation>模型所见的点位</translation>
    </message>
</context>
<context>
    <name>spacrd::PathRow</name>
    <message>
        <location filename="../app/studio/pathrow.cpp" line="+27"/>
        <source>%1: type it, drop it here, or choose it with the button</source>
        <translation>%1：输入、拖放到此处或用按钮选择</translation>
    </message>
</context>
<context>
    <name>spacrd::ProgressStrip</name>
    <message>
        <location filename="../widgets/panels/progressstrip.cpp" line="+20"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stop this work; nothing half-done is kept (Esc)</source>
        <translation>停止此项工作，不保留未完成的内容 (Esc)</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
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
        <translation>切片图像上的质量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour the spots on the slide by one of the measures below</source>
        <translation>按下面的一项指标为切片图像上的点位着色</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+8"/>
        <source>UMIs</source>
        <translation>UMI</translation>
    </message>
    <message>
        <location line="-7"/>
        <location line="+10"/>
        <source>Genes detected</source>
        <translation>检出基因数</translation>
    </message>
    <message>
        <location line="-9"/>
        <location line="+12"/>
        <source>Mitochondrial share</source>
        <translation>线粒体占比</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>Image at the spot</source>
        <translation>点位处的图像</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fewest UMIs</source>
        <translation>最少 UMI 数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Spots with fewer molecules (UMIs) are left out; 0 keeps all</source>
        <translation>分子数（UMI）更少的点位被排除；0 表示全部保留</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Fewest genes</source>
        <translation>最少基因数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Spots with fewer genes detected are left out; 0 keeps all</source>
        <translation>检出基因更少的点位被排除；0 表示全部保留</translation>
    </message>
    <message>
        <location line="+6"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Largest mitochondrial share</source>
        <translation>最大线粒体占比</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spots with a larger share of mitochondrial UMIs, as of dying cells, are left out; 100 % keeps all</source>
        <translation>线粒体 UMI 占比更高的点位（如濒死细胞）被排除；100 % 表示全部保留</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Apply the quality filter</source>
        <translation>应用质量筛选</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show all spots</source>
        <translation>显示所有点位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Bring back the spots that were left out</source>
        <translation>恢复被排除的点位</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Show on the slide</source>
        <translation>在切片图像上显示</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&lt;b&gt;UMIs&lt;/b&gt;, at least</source>
        <translation>&lt;b&gt;UMI&lt;/b&gt;，至少</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt;b&gt;Genes detected&lt;/b&gt;, at least</source>
        <translation>&lt;b&gt;检出基因数&lt;/b&gt;，至少</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt;b&gt;Mitochondrial share&lt;/b&gt;, at most</source>
        <translation>&lt;b&gt;线粒体占比&lt;/b&gt;，至多</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Only spots on tissue in the image</source>
        <translation>仅图像中位于组织上的点位</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Leaves out spots of which more than three quarters are as clear as glass; fat can be among them</source>
        <translation>排除四分之三以上如玻片般透明的点位；脂肪也可能在其中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No spots out of focus</source>
        <translation>不含失焦的点位</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Leaves out spots whose detail is much coarser than that of the sharper part of this section</source>
        <translation>排除细节远粗于本样本较清晰部分的点位</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Measuring the quality of the spots…</source>
        <translation>正在测量点位的质量…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The quality of the spots appears here when a section is open.</source>
        <translation>打开样本后，点位的质量会显示在这里。</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>This section has no expression matrix.</source>
        <translation>该样本没有表达矩阵。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Not known: no gene of this section begins with “MT-”.</source>
        <translation>未知：该样本没有以“MT-”开头的基因。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not known: no spot has counts.</source>
        <translation>未知：没有点位含有计数。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>There is no slide to look at.</source>
        <translation>没有可查看的切片图像。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The picture is too coarse to tell what is out of focus.</source>
        <translation>图片太粗，无法判断哪些失焦。</translation>
    </message>
    <message>
        <location filename="../widgets/panels/qualitytexts.cpp" line="+9"/>
        <source>&lt;b&gt;%1&lt;/b&gt; spots in tissue.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; 个组织内点位。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Median of &lt;b&gt;%1&lt;/b&gt; UMIs and &lt;b&gt;%2&lt;/b&gt; genes a spot.</source>
        <translation>每点位中位数：&lt;b&gt;%1&lt;/b&gt; 个 UMI，&lt;b&gt;%2&lt;/b&gt; 个基因。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Mitochondrial &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation>线粒体 &lt;b&gt;%1&lt;/b&gt;。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The image shows tissue at &lt;b&gt;%1&lt;/b&gt;, glass at %2, out of focus %3.</source>
        <translation>图像显示 &lt;b&gt;%1&lt;/b&gt; 处为组织，%2 处为玻片，%3 处失焦。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The image shows tissue at &lt;b&gt;%1&lt;/b&gt;, glass at %2.</source>
        <translation>图像显示 &lt;b&gt;%1&lt;/b&gt; 处为组织，%2 处为玻片。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 by UMIs</source>
        <translation>%1 个因 UMI 数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 by genes</source>
        <translation>%1 个因基因数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 by mitochondrial share</source>
        <translation>%1 个因线粒体占比</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 on glass</source>
        <translation>%1 个在玻片上</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 out of focus</source>
        <translation>%1 个失焦</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No filter is set: all %1 spots are kept.</source>
        <translation>未设置筛选：保留全部 %1 个点位。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 spots are left out: %3.</source>
        <translation>已排除 &lt;b&gt;%1&lt;/b&gt; 个点位（共 %2 个）：%3。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 spots would be dropped: %3.</source>
        <translation>将排除 &lt;b&gt;%1&lt;/b&gt; 个点位（共 %2 个）：%3。</translation>
    </message>
    <message>
        <location filename="../widgets/panels/qualitypanel.cpp" line="+26"/>
        <source>These limits would leave no spot.</source>
        <translation>这些限值会排除所有点位。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Leave these spots out of the picture and of the detection; no file is changed</source>
        <translation>在图像和检测中排除这些点位；不改动任何文件</translation>
    </message>
</context>
<context>
    <name>spacrd::RangeEditor</name>
    <message>
        <location filename="../widgets/panels/rangeeditor.cpp" line="+46"/>
        <source>&amp;Logarithmic</source>
        <translation>对数(&amp;L)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Range of the colours</source>
        <translation>颜色范围</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Percentiles of the spots</source>
        <translation>点位的百分位数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the numbers are</source>
        <translation>数字的含义</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Equal steps of colour are equal ratios, counted from one above the lower end</source>
        <translation>颜色的等距代表相等的比率，从下限加一算起</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>All values</source>
        <translation>全部数值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>From the lowest to the highest, leaving out %1 % of the spots at each end</source>
        <translation>从最低到最高，两端各去掉 %1 % 的点位</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The range that came with the values</source>
        <translation>数值原有的范围</translation>
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
        <translation>区域</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Cancer tissue region</source>
        <translation>癌组织区域</translation>
    </message>
</context>
<context>
    <name>spacrd::RegionsPanel</name>
    <message>
        <location filename="../widgets/panels/regionspanel.cpp" line="+42"/>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>No spot reaches the threshold, so there is no region.</source>
        <translation>没有点位达到阈值，因此没有区域。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Regions appear here after a detection.</source>
        <translation>检测完成后，区域会列在这里。</translation>
    </message>
</context>
<context>
    <name>spacrd::RegionsTable</name>
    <message>
        <location filename="../widgets/panels/regionstable.cpp" line="+63"/>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spots</source>
        <translation>点位</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mean score</source>
        <translation>平均得分</translation>
    </message>
</context>
<context>
    <name>spacrd::SlideView</name>
    <message>
        <location filename="../widgets/slideview/slideview.cpp" line="+80"/>
        <source>Slide</source>
        <translation>切片图像</translation>
    </message>
    <message>
        <location line="+541"/>
        <source>No slide is open.</source>
        <translation>没有打开切片图像。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 · ruler: %2</source>
        <translation>%1 · 标尺：%2</translation>
    </message>
</context>
<context>
    <name>spacrd::SnapshotDialog</name>
    <message>
        <location filename="../app/studio/snapshotdialog.cpp" line="+40"/>
        <source>&amp;Layers over the slide</source>
        <translation>切片上的图层(&amp;L)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Those that are visible now</source>
        <translation>当前可见的图层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scale &amp;bar</source>
        <translation>比例尺(&amp;B)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>In the lower left corner</source>
        <translation>在左下角</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>L&amp;egends</source>
        <translation>图例(&amp;E)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Those of the visible layers, in the lower right corner</source>
        <translation>可见图层的图例，在右下角</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Picture of the view</source>
        <translation>视图图片</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Which of the views side by side</source>
        <translation>并排视图中的哪一个</translation>
    </message>
    <message>
        <location line="+7"/>
        <source> × the screen</source>
        <translation> × 屏幕</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How many times finer than on the screen; the same part of the slide is shown</source>
        <translation>比屏幕精细多少倍；显示切片的同一部分</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Resolution</source>
        <translation>分辨率(&amp;R)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put the picture on the clipboard</source>
        <translation>将图片放到剪贴板</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
</context>
<context>
    <name>spacrd::SpotOutlineLayer</name>
    <message>
        <location filename="../widgets/layers/spotlayers.cpp" line="+65"/>
        <source>Spots</source>
        <translation>点位</translation>
    </message>
</context>
<context>
    <name>spacrd::SpotPanel</name>
    <message>
        <location filename="../widgets/panels/spotpanel.cpp" line="+103"/>
        <source>Gene</source>
        <translation>基因</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+62"/>
        <source>UMIs</source>
        <translation>UMI 数</translation>
    </message>
    <message>
        <location line="-62"/>
        <source>log-normalised</source>
        <translation>对数归一化</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+14"/>
        <source>Strongest genes</source>
        <translation>表达最强的基因</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>Neighbour</source>
        <translation>相邻点位</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Image → genes</source>
        <translation>图像 → 基因</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Genes → image</source>
        <translation>基因 → 图像</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+13"/>
        <source>Attention to neighbours</source>
        <translation>对相邻点位的注意力</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>How much this spot&apos;s morphology attends to the neighbour&apos;s expression</source>
        <translation>该点位的形态对相邻点位基因表达的关注程度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How much this spot&apos;s expression attends to the neighbour&apos;s morphology</source>
        <translation>该点位的基因表达对相邻点位形态的关注程度</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Detection</source>
        <translation>检测</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Click a spot on the tissue to see its numbers.</source>
        <translation>点击组织上的点位，查看其数值。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Spots appear here when a section is open.</source>
        <translation>打开样本后，点位信息会显示在这里。</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Array row, column</source>
        <translation>阵列行、列</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>x, y (full-resolution px)</source>
        <translation>x、y（全分辨率像素）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Genes</source>
        <translation>基因</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Not detected yet.</source>
        <translation>尚未检测。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>cancer</source>
        <translation>癌</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not cancer</source>
        <translation>非癌</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Score (0–1 in this section)</source>
        <translation>得分（本样本内 0–1）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Shown after a detection.</source>
        <translation>检测完成后显示。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Weights of the model over the spot itself and its nearest neighbours; each column adds up to 1. Double-click a row to go there.</source>
        <translation>模型对该点位自身及最近相邻点位的权重；每列之和为 1。双击某行可前往该处。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>itself</source>
        <translation>自身</translation>
    </message>
</context>
<context>
    <name>spacrd::SpotValueLayer</name>
    <message>
        <location filename="../widgets/layers/spotvaluelayer.cpp" line="+109"/>
        <source>mean of %1 × %1 bins</source>
        <translation>%1 × %1 个单元的平均值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>maximum of %1 × %1 bins</source>
        <translation>%1 × %1 个单元的最大值</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>mean of the spots in a pixel</source>
        <translation>像素内点位的平均值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>maximum of the spots in a pixel</source>
        <translation>像素内点位的最大值</translation>
    </message>
</context>
<context>
    <name>spacrd::Texts</name>
    <message>
        <location filename="../widgets/panels/texts.cpp" line="+36"/>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>about %1 h left</source>
        <translation>约剩 %1 小时</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1.</source>
        <comment>a hint as a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>%1 of %2 %3</source>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 %2/s</source>
        <translation>%1 %2/秒</translation>
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
        <translation>阈值规则</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Probability at least…</source>
        <translation>概率不低于…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Two groups of scores (GMM)</source>
        <translation>得分分为两组 (GMM)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Highest scores, by percentile</source>
        <translation>得分最高者（按百分位）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A spot is cancer when the model&apos;s probability reaches the number below.</source>
        <translation>模型概率达到下方数值的点位判为癌。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fits two bell curves to the scores of this section and cuts where they cross.</source>
        <translation>用两条钟形曲线拟合本样本的得分，在其交点处划分。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A spot is cancer when its score is above that share of all spots.</source>
        <translation>得分高于该比例点位的点位判为癌。</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+3"/>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Move to redraw the regions at once</source>
        <translation>移动滑块，区域立即重绘</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>Cancer: probability ≥ %1</source>
        <translation>癌：概率 ≥ %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancer: score ≥ %1 (0 = lowest, 1 = highest of this section)</source>
        <translation>癌：得分 ≥ %1（0 = 本样本最低，1 = 最高）</translation>
    </message>
</context>
<context>
    <name>spacrd::TileLoader</name>
    <message>
        <location filename="../widgets/slideview/tileloader.cpp" line="+46"/>
        <source>A part of “%1” cannot be read and is drawn hatched. %2 Reading it is tried again by itself: see that the file is whole and its disk connected.</source>
        <translation>“%1” 的一部分无法读取，以阴影线显示。%2 程序会自动重试：请确认文件完整且其磁盘已连接。</translation>
    </message>
    <message>
        <location line="+368"/>
        <source>The stain of this slide cannot be normalised: too little of it is stained by two dyes. It is shown as it was scanned.</source>
        <translation>无法将此切片的染色标准化：由两种染料染色的部分太少。按扫描时的样子显示。</translation>
    </message>
</context>
<context>
    <name>spacrd::TourDialog</name>
    <message>
        <location filename="../app/studio/tourdialog.cpp" line="+26"/>
        <source>Five-minute tour</source>
        <translation>五分钟导览</translation>
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
        <translation>结合组织形态与基因表达检出癌区</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A whole-slide image, a counts table or a picture</source>
        <translation>全切片图像、计数表或图片</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open section folder…</source>
        <translation>打开样本文件夹…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The “outs” folder of Space Ranger, with its slide</source>
        <translation>Space Ranger 的“outs”文件夹及其切片图像</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>A made-up section: see everything at work in a minute</source>
        <translation>人工生成的样本：一分钟看到全部功能</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Or drop a file or folder anywhere on this window.</source>
        <translation>也可以将文件或文件夹拖放到此窗口。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open sample…</source>
        <translation>打开样本…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Name the parts of a sample: data, section, slide, positions, scale</source>
        <translation>指定样本的各部分：数据、样本、切片图像、位置、比例</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What you open will be listed here.</source>
        <translation>打开过的内容会列在这里。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Recently opened</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>%1 — not there any more</source>
        <translation>%1 — 已不存在</translation>
    </message>
</context>
</TS>
